using Ledger.Events.Hashing;
using Ledger.Tickets.Derivations;
using Ledger.Tickets.Methods;

namespace Ledger.Tickets.Tests.Methods;

/// <summary>A bench that computes nothing: it names what it would have made and notes every call.</summary>
internal sealed class RecordingBench : IBench
{
    private readonly Dictionary<Digest, string> _names = [];
    private readonly List<string> _calls = [];

    /// <summary>The calls, one a line.</summary>
    public string Calls => string.Join('\n', _calls);

    /// <summary>The operations as they were given, in order.</summary>
    public List<IOperation> Operations { get; } = [];

    public Task<Digest> Initialize(int round, InitializeWeights operation) => Make("initial", $"initialize {round}: {operation.Scheme} {operation.Seed}", operation);

    public Task<Digest> StateAt(int round, Train trajectory, int step) => Make($"{Text(trajectory)}@{step}", $"state {round}: {Text(trajectory)} at {step}", trajectory);

    public Task MarkRewindPoint(Train trajectory, int step, Digest state) => Note($"rewind point: {Text(trajectory)} at {step}, {Name(state)}");

    public Task<Digest> DrawMask(int round, DrawMask operation) =>
        Make($"mask{round}", $"mask {round}: of {Name(operation.Previous)} by {Name(operation.Final)}, {string.Join(" | ", operation.Rule.Groups.Select(static group => $"{string.Join(' ', group.Layers)} {group.Fraction}"))}", operation);

    public async Task<Ticket> Rewind(int round, RewindWeights operation)
    {
        var state = await Make($"start{round}", $"rewind {round}: {Name(operation.State)} under {Name(operation.Mask)}, slots {operation.Treatment.Slots}", operation);
        return new Ticket(operation.Mask, state, Named($"file{round}"));
    }

    public Task DrawTicket(int round, Ticket ticket) => Note($"ticket {round}: {Name(ticket.Mask)} {Name(ticket.State)} {Name(ticket.File)}");

    public Task Evaluate(int round, int step, string split, Evaluate operation)
    {
        Operations.Add(operation);
        return Note($"evaluate {round} at {step}: {split} {operation.Samples.Of} {operation.Samples.First}+{operation.Samples.Count}, {Name(operation.State)} under {Name(operation.Mask)}");
    }

    private string Text(Train train) => $"[{Name(train.Start)} {Name(train.Mask)} {train.Recipe.SchedulePosition}/{train.Recipe.DataPosition}]";

    private Task<Digest> Make(string name, string call, IOperation operation)
    {
        Operations.Add(operation);
        _calls.Add(call);
        return Task.FromResult(Named(name));
    }

    private Task Note(string call)
    {
        _calls.Add(call);
        return Task.CompletedTask;
    }

    private Digest Named(string name)
    {
        var digest = Digest.Of(System.Text.Encoding.UTF8.GetBytes(name));
        _names[digest] = name;
        return digest;
    }

    private string Name(Digest? digest) => digest is { } present ? _names[present] : "-";
}
