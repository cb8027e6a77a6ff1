using System.CommandLine;

namespace Ledger.Cli;

/// <summary>The options that every verb takes; none of them changes a number.</summary>
public sealed class GlobalOptions
{
    /// <summary>Which ledger.</summary>
    public Option<string?> Store { get; } = new("--store")
    {
        Description = "The ledger: postgres://user@host/database, or a SQLite file, made when missing by verbs that record. Default: LEDGER_STORE, else ledger/ledger.db in the user's data folder",
        HelpName = "address",
        Recursive = true,
    };

    /// <summary>One JSON document instead of text.</summary>
    public Option<bool> Json { get; } = new("--json")
    {
        Description = "Write the answer as one JSON document on stdout",
        Recursive = true,
    };

    /// <summary>Where data files lie.</summary>
    public Option<string?> Data { get; } = new("--data")
    {
        Description = "Folder of the data set's files, or the one file of the set 'files'. Default: data.path of the specification, else where its package installs them",
        HelpName = "path",
        Recursive = true,
    };

    /// <summary>Threads that share one training.</summary>
    public Option<int?> Threads { get; } = Shared(CountOption.Create(
        "--threads", "Threads that share the work inside one training; changes the time, never a bit. Default: cores divided by jobs"));

    /// <summary>All of them, in the order of the help.</summary>
    public IEnumerable<Option> All => [Store, Json, Data, Threads];

    /// <summary>Adds them to the root command, for all verbs below it.</summary>
    public void AddTo(Command root)
    {
        foreach (var option in All)
        {
            root.Options.Add(option);
        }
    }

    private static Option<int?> Shared(Option<int?> option)
    {
        option.Recursive = true;
        return option;
    }
}
