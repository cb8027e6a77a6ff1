using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using Ledger.Cli.Verbs;

namespace Ledger.Cli;

/// <summary>The program: parses a command line, does the verb, turns failures into messages and exit codes.</summary>
public sealed class LedgerProgram(Surroundings surroundings)
{
    private const string Description =
        "A reproducibility ledger for lottery-ticket experiments: every training step is an event, every result can be replayed bit for bit.";

    /// <summary>Does one command line; the exit code.</summary>
    public async Task<int> Run(IReadOnlyList<string> args)
    {
        var options = new GlobalOptions();
        var session = new Session(surroundings, options);
        var parse = Build(session, options).Parse(args);
        session.Bind(parse);
        var failures = session.Failures;
        if (Mistakes(parse, args) is { Count: > 0 } mistakes)
        {
            var exit = failures.Write(mistakes, ExitCodes.Usage);
            session.Screen.Note($"See: {Path(parse.CommandResult)} --help");
            return exit;
        }

        using var interruption = new Interruption(() => session.Screen);
        try
        {
            var invocation = new InvocationConfiguration { Output = surroundings.Output, Error = surroundings.Error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null };
            return await parse.InvokeAsync(invocation, interruption.Token);
        }
        catch (Exception exception)
        {
            return failures.Write(exception);
        }
    }

    /// <summary>What is wrong with a command line, without doing it.</summary>
    public IReadOnlyList<string> Check(IReadOnlyList<string> args)
    {
        var options = new GlobalOptions();
        return Mistakes(Build(new Session(surroundings, options), options).Parse(args), args);
    }

    private static RootCommand Build(Session session, GlobalOptions options)
    {
        var root = new RootCommand(Description);
        options.AddTo(root);
        foreach (var verb in VerbCatalogue.All)
        {
            root.Subcommands.Add(verb.Build(session));
        }

        // The verb answers this: the one that comes with the parser knows neither the commit nor --json.
        root.Options.Remove(root.Options.OfType<VersionOption>().Single());
        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new HelpWithExamples((HelpAction)help.Action!);
        root.SetAction(parse => help.Action is SynchronousCommandLineAction shown ? shown.Invoke(parse) : ExitCodes.Usage);
        return root;
    }

    /// <summary>What is wrong with the command line: the parser takes an unknown option for an argument where one may stand.</summary>
    private static IReadOnlyList<string> Mistakes(ParseResult parse, IReadOnlyList<string> args)
    {
        if (parse.Action is HelpWithExamples)
        {
            return [];
        }

        var unknown = args.Contains("--") ? [] : parse.CommandResult.Children.OfType<ArgumentResult>().SelectMany(static argument => argument.Tokens.Select(static token => token.Value))
            .Concat(parse.UnmatchedTokens)
            .Where(static text => text.Length > 1 && text[0] == '-')
            .ToList();
        return unknown.Count > 0
            ? [.. unknown.Select(static text => $"unknown option {text}")]
            : parse.Action is ParseErrorAction ? [.. parse.Errors.Select(static error => error.Message).Distinct()] : [];
    }

    private static string Path(CommandResult? command) =>
        command?.Parent is CommandResult parent ? $"{Path(parent)} {command.Command.Name}" : "ledger";
}
