using Ledger.Application.Addresses;
using Ledger.Application.Claims.Subjects;
using Ledger.Application.Experiments;
using Ledger.Application.Failures;
using Ledger.Application.Projections;
using Ledger.Events.Claims;
using Ledger.Events.Hashing;
using Ledger.Tickets.Derivations;

namespace Ledger.Application.Claims.Figures;

/// <summary>What one claim's assertions ask of the ledger: recorded figures, computed again where the level wants it.</summary>
internal sealed class Evidence(ClaimLevel level, int? replicates, string folder, SubjectResolver resolver, Recomputation recomputation)
{
    private readonly List<Contradiction> _contradictions = [];
    private readonly List<(AuditedRun Run, RoundLineage Round)> _used = [];

    /// <summary>Where the record turned out to be false.</summary>
    public IReadOnlyList<Contradiction> Contradictions => _contradictions;

    /// <summary>The rounds that figures were taken from.</summary>
    public IReadOnlyList<(AuditedRun Run, RoundLineage Round)> Used => _used;

    /// <summary>A file that the claim names, beside the claim's own file.</summary>
    public string PathOf(string file) => Path.Combine(folder, file);

    /// <summary>The run that a comparison names: of an experiment, the same replicate.</summary>
    public async Task<(AuditedRun? Run, Address Address, Gap? Gap)> Partner(string address, AuditedRun run, CancellationToken cancellation)
    {
        var named = Address.ParseRound(address);
        var subject = await resolver.Resolve(named, replicates, cancellation);
        var slot = subject.Slots is [var only] ? only : subject.Slots[run.Lineage.Replicate];
        return (slot.Run, named, slot.Gap);
    }

    /// <summary>A round that has a ticket.</summary>
    public async Task<(RoundLineage? Round, Gap? Gap)> Round(AuditedRun run, int? number, CancellationToken cancellation)
    {
        var wanted = number ?? run.Specification.Method.Rounds;
        if (run.Lineage.Rounds.FirstOrDefault(round => round.Round == wanted) is not { } found)
        {
            return (null, new Gap($"{run.Label} has no round {wanted}", $"ledger resume {ShortId.Of(run.Lineage.Run)}"));
        }

        if (run.Refuted is { } refuted)
        {
            return (null, new Gap($"{run.Label}: {refuted}", "ledger run SPEC"));
        }

        if (level > ClaimLevel.Record && !run.IsHere)
        {
            return (null, new Gap($"{run.Label} lies in another ledger, where nothing is computed", "ledger audit CLAIMS --store FILE"));
        }

        _used.Add((run, found));
        return level == ClaimLevel.Replay && await Replay(run, cancellation) is { } missing ? (null, missing) : (found, null);
    }

    /// <summary>What a state of a round did on a list of samples; the last state where no step is given.</summary>
    public async Task<(EvaluationUse? Evaluation, Gap? Gap)> Evaluation(AuditedRun run, int? number, int? step, string split, CancellationToken cancellation)
    {
        var (round, gap) = await Round(run, number, cancellation);
        if (round is null)
        {
            return (null, gap);
        }

        var wanted = step ?? StepForecast.OfRound(run.Specification, round.Round);
        if (round.Evaluations.FirstOrDefault(evaluation => evaluation.Split == split && evaluation.Step == wanted) is not { } recorded)
        {
            var isPlanned = run.Specification.Evaluation.Splits.Contains(split) && step is null;
            return (null, new Gap(
                $"{run.At(round.Round)} has no evaluation on {split} after step {wanted}{(isPlanned ? "" : ": the experiment does not ask for it")}",
                isPlanned ? $"ledger resume {ShortId.Of(run.Lineage.Run)}" : "ledger run SPEC, with it in evaluate"));
        }

        if (level == ClaimLevel.Record)
        {
            return (recorded, null);
        }

        return await Compare(run, $"{split} evaluation of {run.At(round.Round)}", recorded, Describe, recomputation.Evaluate(run, round, recorded, cancellation), cancellation);
    }

    /// <summary>How many weights a round's ticket keeps, by layer; all of them without a layer's name.</summary>
    public async Task<(KeptWeights? Kept, Gap? Gap)> Kept(AuditedRun run, int? number, string? layer, CancellationToken cancellation)
    {
        var (round, gap) = await Round(run, number, cancellation);
        if (round is null)
        {
            return (null, gap);
        }

        if (layer is not null && !round.Layers.Any(known => known.Layer == layer))
        {
            return (null, new Gap($"{run.Label} has no layer '{layer}': it has {string.Join(", ", round.Layers.Select(static known => known.Layer))}"));
        }

        var recorded = layer is null ? new KeptWeights(round.Kept, round.Total) : KeptWeights.Of(round.Layers.First(known => known.Layer == layer));
        if (level == ClaimLevel.Record)
        {
            return (recorded, null);
        }

        return await Compare(run, $"kept weights of {run.At(round.Round)}", recorded, Describe, recomputation.Count(run, round, layer, cancellation), cancellation);
    }

    /// <summary>The digest of a round's mask, drawn again where the level wants it.</summary>
    public async Task<(Digest? Mask, Gap? Gap)> Mask(AuditedRun run, int? number, CancellationToken cancellation)
    {
        var (round, gap) = await Round(run, number, cancellation);
        if (round?.Mask is not { } recorded)
        {
            return (null, gap ?? new Gap($"{run.At(round!.Round)} is dense: it has no mask"));
        }

        if (level == ClaimLevel.Record)
        {
            return (recorded, null);
        }

        return await Compare<Digest?>(run, $"mask of {run.At(round.Round)}", recorded, Describe, recomputation.Redraw(run, round, cancellation), cancellation);
    }

    /// <summary>The digest of the file that a part of a round is, made again where the level wants it.</summary>
    public async Task<(Digest? File, Gap? Gap)> File(AuditedRun run, int? number, AddressPart part, CancellationToken cancellation)
    {
        if (part == AddressPart.Mask)
        {
            return await Mask(run, number, cancellation);
        }

        var (round, gap) = await Round(run, number, cancellation);
        if (round is null)
        {
            return (null, gap);
        }

        var recorded = part switch { AddressPart.Start => round.Start, AddressPart.End => round.End, _ => round.Ticket };
        if (recorded is null)
        {
            return (null, new Gap($"{run.At(round.Round)} has no trained state yet", $"ledger resume {ShortId.Of(run.Lineage.Run)}"));
        }

        if (level == ClaimLevel.Record)
        {
            return (recorded, null);
        }

        return await Compare(run, $"{Address.NameOf(part)} of {run.At(round.Round)}", recorded, Describe, recomputation.File(run, round, part, cancellation), cancellation);
    }

    /// <summary>Sees to it that what is no computation's figure — rounds, steps, results — is what a replay makes, unless the record is enough.</summary>
    public async Task<Gap?> Whole(AuditedRun run, CancellationToken cancellation)
    {
        var (round, gap) = await Round(run, run.Lineage.Rounds.Count > 0 ? run.Lineage.Rounds[^1].Round : 0, cancellation);
        return round is not null && level == ClaimLevel.Recompute ? await Replay(run, cancellation) : gap;
    }

    /// <summary>How many derivations a run used.</summary>
    public static int DerivationsOf(AuditedRun run) => run.Lineage.Rounds.Sum(static round => round.Derivations.Count(static link => link.Kind != Kinds.Train));

    private async Task<Gap?> Replay(AuditedRun run, CancellationToken cancellation)
    {
        var (contradiction, gap) = await recomputation.Replay(run, cancellation);
        Add(contradiction);
        return gap;
    }

    /// <summary>Compares a figure with what is computed; where its materials cannot be made as they are recorded, a replay says whose record is false.</summary>
    private async Task<(T? Found, Gap? Gap)> Compare<T>(
        AuditedRun run, string what, T recorded, Func<T, string> describe, Task<(T? Found, Gap? Gap)> computing, CancellationToken cancellation)
    {
        try
        {
            var (found, gap) = await computing;
            if (found is not null && describe(found) != describe(recorded))
            {
                Add(new Contradiction(what, describe(recorded), describe(found)));
            }

            return (found, gap);
        }
        catch (DifferingResultException exception)
        {
            return (default, await Replay(run, cancellation) ?? new Gap($"{what}: {exception.Message}"));
        }
    }

    private void Add(Contradiction? contradiction)
    {
        if (contradiction is not null && !_contradictions.Contains(contradiction))
        {
            _contradictions.Add(contradiction);
        }
    }

    private static string Describe(EvaluationUse evaluation) => $"{evaluation.Correct} of {evaluation.Total}, loss {evaluation.Loss?.ToString("R") ?? "not finite"}";

    private static string Describe(KeptWeights kept) => kept.ToString();

    private static string Describe(Digest? digest) => digest.ToString()!;
}
