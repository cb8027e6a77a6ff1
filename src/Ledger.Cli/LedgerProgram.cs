using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
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
        var failures = new FailureReport(session.Screen, surroundings.Variable("LEDGER_DEBUG") == "1");
        if (parse.Action is ParseErrorAction)
        {
            var exit = failures.Write([.. parse.Errors.Select(static error => error.Message).Distinct()], ExitCodes.Usage);
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

    private static string Path(System.CommandLine.Parsing.CommandResult? command) =>
        command?.Parent is System.CommandLine.Parsing.CommandResult parent ? $"{Path(parent)} {command.Command.Name}" : "ledger";
}
