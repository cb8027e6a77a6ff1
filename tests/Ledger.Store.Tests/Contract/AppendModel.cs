using Ledger.Events.Streams;
using Ledger.Store.Contract;
using Ledger.Store.Tests.Fixtures;

namespace Ledger.Store.Tests.Contract;

/// <summary>The append rule as a list: what a stream holds and what an append must answer.</summary>
public sealed class AppendModel
{
    private readonly List<int> _stored = [];

    /// <summary>What the stream holds, each event known by a number.</summary>
    public IReadOnlyList<int> Stored => _stored;

    /// <summary>The event of a number at a version.</summary>
    public static NewEvent Event(int version, int number) => Samples.Step(version, loss: number);

    /// <summary>Appends to the list; answers in words what became of it.</summary>
    public string Append(int expectedVersion, IReadOnlyList<int> events)
    {
        if (expectedVersion > _stored.Count)
        {
            return $"conflict at {_stored.Count + 1}, nothing there";
        }

        var there = Math.Min(_stored.Count - expectedVersion, events.Count);
        for (var i = 0; i < there; i++)
        {
            if (_stored[expectedVersion + i] != events[i])
            {
                return $"conflict at {expectedVersion + i + 1}";
            }
        }

        _stored.AddRange(events.Skip(there));
        return $"version {_stored.Count}, {there} there";
    }

    /// <summary>A store's answer in the same words.</summary>
    public static string Words(AppendResult result) => result switch
    {
        AppendResult.Appended appended => $"version {appended.Version}, {appended.AlreadyThere} there",
        AppendResult.Conflict { Theirs: null } gap => $"conflict at {gap.Version}, nothing there",
        AppendResult.Conflict conflict => $"conflict at {conflict.Version}",
        _ => throw new InvalidOperationException(result.ToString()),
    };
}
