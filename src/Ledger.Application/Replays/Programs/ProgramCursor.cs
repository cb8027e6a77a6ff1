using System.Text;
using Ledger.Application.Replays.Recorded;
using Ledger.Events.Recorded;

namespace Ledger.Application.Replays.Programs;

/// <summary>Goes through the events of a recorded run as long as they are those asked for.</summary>
internal sealed class ProgramCursor(IReadOnlyList<ProgramEvent> program)
{
    private int _passed;

    /// <summary>Derivations passed.</summary>
    public int Uses { get; private set; }

    /// <summary>True if nothing more is recorded.</summary>
    public bool IsAtEnd => _passed == program.Count;

    /// <summary>The next event.</summary>
    /// <exception cref="ProgramStopException">Nothing more is recorded: the run was interrupted here.</exception>
    public ProgramEvent Next => IsAtEnd ? throw new ProgramStopException(difference: null) : program[_passed];

    /// <summary>Passes the next event, if it is the one asked for.</summary>
    /// <exception cref="ProgramStopException">It is another one, or there is none.</exception>
    public void Pass(int round, ILedgerEvent asked)
    {
        if (!asked.Equals(Next.Event))
        {
            throw Differs(round, asked);
        }

        Uses += Next.Use is null ? 0 : 1;
        _passed++;
    }

    /// <summary>The next event is not the one asked for.</summary>
    public ProgramStopException Differs(int round, ILedgerEvent asked) => Differs(round, EventCatalogue.AliasOf(asked.GetType()), (asked as DerivationUsed)?.Step, Text(asked));

    /// <summary>The next event is not as the specification has it.</summary>
    public ProgramStopException Differs(int round, string what, int? step, string wanted) =>
        new(new ReplayDifference(round, what, step, Next.Place, Text(Next.Event), wanted, ReplayVerdict.Refuted));

    private static string Text(ILedgerEvent recorded) => recorded is DerivationUsed used
        ? $"{used.Kind} {used.Key.Digest.ToShortString()} in round {used.Round}{Part("step", used.Step)}{Part("split", used.Split)}{Part("history", used.History)}"
        : $"{EventCatalogue.AliasOf(recorded.GetType())} {Encoding.UTF8.GetString(EventCatalogue.ToNew(recorded).Body.Span)}";

    private static string Part(string name, object? value) => value is null ? "" : $", {name} {value}";
}
