using System.CommandLine;
using Ledger.Application.Failures;
using Ledger.Cli.Schemas;

namespace Ledger.Cli.Verbs;

/// <summary><c>ledger schema [VERB…]</c>.</summary>
public sealed class SchemaVerb : IVerb
{
    /// <inheritdoc/>
    public Command Build(Session session)
    {
        var name = new Argument<string[]>("VERB") { Description = "A verb, its command after it if it has several: store info. Default: list them", Arity = ArgumentArity.ZeroOrMore };
        var verb = new Verb("schema", "Write the JSON Schema of what a verb answers with --json", "ledger schema", "ledger schema replay", "ledger schema store info")
        {
            name,
        };
        verb.SetAction((parse, _) =>
        {
            var answering = Answering(VerbCatalogue.All.Select(other => other.Build(session)), "").ToDictionary(StringComparer.Ordinal);
            var wanted = string.Join(' ', parse.GetValue(name) ?? []);
            if (wanted.Length > 0)
            {
                var answers = answering.GetValueOrDefault(wanted) ?? throw new NotFoundException($"no verb '{wanted}' answers with JSON; `ledger schema` lists those that do");
                session.Screen.Document(AnswerSchema.Of(wanted, answers));
                return Task.FromResult(ExitCodes.Done);
            }

            foreach (var known in answering.Keys)
            {
                session.Screen.Line($"ledger schema {known}");
            }

            return Task.FromResult(ExitCodes.Done);
        });
        return verb;
    }

    /// <summary>Verbs and their commands by name, each with the types it answers with.</summary>
    private static IEnumerable<KeyValuePair<string, IReadOnlyList<Type>>> Answering(IEnumerable<Command> commands, string before) => commands.OfType<Verb>().SelectMany(verb =>
    {
        var name = before + verb.Name;
        return Answering(verb.Subcommands, $"{name} ").Prepend(KeyValuePair.Create(name, verb.Answers)).Where(static known => known.Value.Count > 0);
    });
}
