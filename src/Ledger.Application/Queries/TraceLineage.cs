using Ledger.Application.Addresses;
using Ledger.Application.Failures;
using Ledger.Application.Projections;
using Ledger.Events.Hashing;
using MediatR;

namespace Ledger.Application.Queries;

/// <summary>Which derivations led to a ticket, or to the state or mask that an address names.</summary>
/// <param name="Address">The address as written; a run or round means its ticket.</param>
public sealed record TraceLineage(string Address) : IRequest<LineageGraph>;

/// <summary>Handles <see cref="TraceLineage"/>.</summary>
public sealed class TraceLineageHandler(AddressResolver resolver) : IRequestHandler<TraceLineage, LineageGraph>
{
    /// <inheritdoc/>
    public async Task<LineageGraph> Handle(TraceLineage request, CancellationToken cancellationToken)
    {
        var found = await resolver.Resolve(request.Address, cancellationToken);
        var (what, digest, parts) = Asked(found);
        var makers = Makers(found.Run);
        var needed = Needed(parts.Select(static part => part.Digest), makers);
        return new LineageGraph(
            found.Address.ToString(),
            found.Id,
            what,
            digest,
            [.. parts.Select(part => part with { Round = makers.GetValueOrDefault(part.Digest).Round })],
            [.. makers.Where(made => needed.Contains(made.Key)).Select(made => Node(made.Value, makers)).Reverse()]);
    }

    private static (string What, Digest Digest, IReadOnlyList<LineageInput> Parts) Asked(ResolvedAddress found)
    {
        var round = found.Round;
        if (found.Step is { } step)
        {
            var state = found.StateAtStep ?? throw new NotFoundException(
                $"the state after step {step} of {found.Id}/{round.Round} was never written down; states were at steps {string.Join(", ", round.States.Select(static state => state.Step).Prepend(0))}");
            return Single($"state after step {step} of round {round.Round}", "state", state);
        }

        return found.Address.Part switch
        {
            AddressPart.Start => Single($"start state of round {round.Round}", "state", round.Start),
            AddressPart.End => Single($"end state of round {round.Round}", "state", found.DigestOf(AddressPart.End)),
            AddressPart.Mask => Single($"mask of round {round.Round}", "mask", found.DigestOf(AddressPart.Mask)),
            _ => ($"ticket of round {round.Round}", round.Ticket, Ticket(round)),
        };
    }

    private static (string, Digest, IReadOnlyList<LineageInput>) Single(string what, string role, Digest digest) =>
        (what, digest, [new LineageInput(role, digest, Round: null)]);

    private static IReadOnlyList<LineageInput> Ticket(RoundLineage round)
    {
        var state = new LineageInput("state", round.Start, Round: null);
        return round.Mask is { } mask ? [new LineageInput("mask", mask, Round: null), state] : [state];
    }

    /// <summary>Every derivation but the evaluations, by its output (of a training, by its key), in program order.</summary>
    private static OrderedDictionary<Digest, (int? Round, LinkedDerivation Link)> Makers(RunLineage run)
    {
        var makers = new OrderedDictionary<Digest, (int? Round, LinkedDerivation Link)>();
        foreach (var round in run.Rounds)
        {
            foreach (var link in round.Derivations.Where(static link => link.Split is null))
            {
                makers.TryAdd(link.Output ?? link.Key.Digest, (round.Round, link));
            }
        }

        return makers;
    }

    private static HashSet<Digest> Needed(IEnumerable<Digest> outputs, OrderedDictionary<Digest, (int? Round, LinkedDerivation Link)> makers)
    {
        var needed = new HashSet<Digest>();
        var open = new Stack<Digest>(outputs);
        while (open.TryPop(out var output))
        {
            if (makers.TryGetValue(output, out var made) && needed.Add(output))
            {
                foreach (var input in Inputs(made.Link).Values)
                {
                    open.Push(input);
                }
            }
        }

        return needed;
    }

    private static LineageNode Node((int? Round, LinkedDerivation Link) made, OrderedDictionary<Digest, (int? Round, LinkedDerivation Link)> makers) => new(
        made.Round ?? 0,
        made.Link,
        [.. Inputs(made.Link).Select(input => new LineageInput(input.Key, input.Value, makers.GetValueOrDefault(input.Value).Round))]);

    private static SortedDictionary<string, Digest> Inputs(LinkedDerivation link) => link.Description?.Inputs ?? [];
}
