using Ledger.Application.Addresses;
using Ledger.Application.Claims.Subjects;
using Ledger.Application.Data;
using Ledger.Application.Failures;
using Ledger.Application.Materials;
using Ledger.Application.Networks;
using Ledger.Application.Operations;
using Ledger.Application.Projections;
using Ledger.Application.Replays;
using Ledger.Application.Training;
using Ledger.Arithmetic.Devices;
using Ledger.Events.Derivations;
using Ledger.Events.Hashing;
using Ledger.Store.Contract;
using Ledger.Tickets.Derivations;
using Ledger.Training.Data;
using Ledger.Training.Execution;
using Ledger.Training.Networks;
using Ledger.Training.States;
using MediatR;

namespace Ledger.Application.Claims.Figures;

/// <summary>Computes figures again: from rebuilt states and masks, or by replaying the run; each run and figure once an audit.</summary>
public sealed class Recomputation(MaterialStore materials, IDeviceFactory devices, DataShelf data, IMediator mediator)
{
    private readonly Dictionary<Digest, Contradiction?> _replays = [];
    private readonly Dictionary<DerivationKey, EvaluationUse> _evaluations = [];

    /// <summary>Evaluates again the state that a recorded evaluation speaks of: by the fast kernels, and where they contradict the record by the reference.</summary>
    internal async Task<(EvaluationUse? Found, Gap? Gap)> Evaluate(AuditedRun run, RoundLineage round, EvaluationUse recorded, CancellationToken cancellation)
    {
        var link = round.Derivations.FirstOrDefault(link => link.Kind == Kinds.Evaluate && link.Split == recorded.Split && link.Step == recorded.Step);
        if (link?.Description is not { } description)
        {
            return (null, Lost(run, "evaluation"));
        }

        if (_evaluations.TryGetValue(link.Key, out var known))
        {
            return (known, null);
        }

        return await Attempt(run, async () =>
        {
            var operation = Tickets.Derivations.Evaluate.Of(description);
            var state = await materials.State(operation.Network, operation.State, cancellation);
            var mask = await materials.Mask(operation.Network, operation.Mask, cancellation);
            var source = data.Of(operation.Data);
            var found = Use(recorded, Evaluate(devices.CreateFast(), operation, state, mask, source));
            if (found != recorded && Use(recorded, Evaluate(devices.CreateReference(), operation, state, mask, source)) != found)
            {
                throw new KernelFaultException("this machine's fast kernels contradict the reference kernels in an evaluation: do not trust this machine's results");
            }

            return _evaluations[link.Key] = found;
        });
    }

    /// <summary>Counts what a mask file keeps; of the dense network, its weights.</summary>
    internal Task<(KeptWeights? Found, Gap? Gap)> Count(AuditedRun run, RoundLineage round, string? layer, CancellationToken cancellation) => Attempt(run, async () =>
    {
        var network = NetworkOf(run);
        var mask = await materials.Mask(network, round.Mask, cancellation) ?? WeightMask.Dense(network);
        var layers = network.Weights().Select((weight, index) => (weight.Name, Kept: new KeptWeights(mask.KeptIn(index), weight.Size))).Where(known => layer is null || known.Name == layer).ToArray();
        return new KeptWeights(layers.Sum(static known => known.Kept.Kept), layers.Sum(static known => known.Kept.Total));
    });

    /// <summary>Draws a round's mask again from the state that it was drawn from.</summary>
    internal async Task<(Digest? Found, Gap? Gap)> Redraw(AuditedRun run, RoundLineage round, CancellationToken cancellation)
    {
        if (round.Derivations.FirstOrDefault(static link => link.Kind == Kinds.DrawMask)?.Description is not { } description)
        {
            return (null, Lost(run, "mask"));
        }

        var (found, gap) = await Attempt(run, async () =>
        {
            var draw = DrawMask.Of(description);
            var previous = await materials.Mask(draw.Rule.Network, draw.Previous, cancellation);
            return StateFile.Write(Computation.DrawMask(draw, previous, await materials.State(draw.Rule.Network, draw.Final, cancellation)).Mask);
        });
        return (found is null ? null : Digest.Of(found), gap);
    }

    /// <summary>Makes the file of a round's ticket or state again.</summary>
    internal async Task<(Digest? Found, Gap? Gap)> File(AuditedRun run, RoundLineage round, AddressPart part, CancellationToken cancellation)
    {
        var (file, gap) = await Attempt(run, async () =>
        {
            var network = NetworkOf(run);
            var state = await materials.State(network, part == AddressPart.End ? round.End!.Value : round.Start, cancellation);
            return part == AddressPart.Ticket ? StateFile.WriteTicket(state, await materials.Mask(network, round.Mask, cancellation)) : StateFile.Write(state);
        });
        return (file is null ? null : Digest.Of(file), gap);
    }

    /// <summary>Replays a run; where the record is false, or null.</summary>
    /// <exception cref="CorruptLedgerException">It was altered after it was written.</exception>
    internal async Task<(Contradiction? Contradiction, Gap? Gap)> Replay(AuditedRun run, CancellationToken cancellation)
    {
        if (_replays.TryGetValue(run.Lineage.Run, out var known))
        {
            return (known, null);
        }

        var (report, gap) = await Attempt(run, () => mediator.Send(new ReplayRun(run.Lineage.Run, new ReplayOptions(FromSeed: true)), cancellation));
        return report is null ? (null, gap) : (_replays[run.Lineage.Run] = Contradicted(run, report.Difference), null);
    }

    private static Contradiction? Contradicted(AuditedRun run, ReplayDifference? difference) => difference switch
    {
        null => null,
        { Verdict: ReplayVerdict.Tampered } => throw new CorruptLedgerException($"{run.Label}: {difference.Place} was altered after it was written; `ledger verify` lists all that was"),
        _ => new Contradiction($"{difference.What} of {run.At(difference.Round)} ({difference.Place})", difference.Recorded, difference.Found),
    };

    /// <summary>Does work that may miss data or blobs.</summary>
    private async Task<(T? Found, Gap? Gap)> Attempt<T>(AuditedRun run, Func<Task<T>> work)
        where T : class
    {
        try
        {
            data.Load(run.Specification.Data);
            return (await work(), null);
        }
        catch (Exception exception) when (exception is EvidenceMissingException or DataFileException { IsMissing: true })
        {
            return (null, new Gap($"{run.Label}: {exception.Message}", "ledger audit CLAIMS --data FOLDER"));
        }
    }

    private static Evaluation Evaluate(IDevice device, Evaluate operation, NetworkState state, WeightMask? mask, DataSource source)
    {
        using (device)
        {
            return Computation.Evaluate(device, operation, state, mask, source);
        }
    }

    private static EvaluationUse Use(EvaluationUse recorded, Evaluation found) => recorded with { Correct = found.Correct, Total = found.Total, Loss = found.Loss };

    private static NetworkDescription NetworkOf(AuditedRun run) =>
        SpecifiedNetwork.Find(run.Specification) ?? throw new EvidenceMissingException($"network '{run.Specification.Network}' is unknown here");

    private static Gap Lost(AuditedRun run, string what) => new($"{run.Label}: the {what}'s derivation is not in this ledger", "ledger import BUNDLE");
}
