using Ledger.Application.Failures;
using Ledger.Application.History;
using Ledger.Application.Sealing;
using Ledger.Application.Specifications;
using Ledger.Events.Claims;
using Ledger.Events.Recorded;
using Ledger.Events.Specification;
using Ledger.Store.Contract;
using MediatR;

namespace Ledger.Application.Claims.Registering;

/// <summary>Gives an experiment whose seed is <c>from-claim</c> its seed: that of the first seal over the claim's registration.</summary>
/// <param name="Experiment">From an experiment file; one with a seed of its own comes back as it is.</param>
/// <param name="Records">True to record what the seed was made of.</param>
public sealed record DrawSeed(LoadedExperiment Experiment, bool Records) : IRequest<LoadedExperiment>;

/// <summary>Handles <see cref="DrawSeed"/>.</summary>
public sealed class DrawSeedHandler(ILedgerStore store) : IRequestHandler<DrawSeed, LoadedExperiment>
{
    /// <inheritdoc/>
    /// <exception cref="NotFoundException">The claim is not registered.</exception>
    /// <exception cref="EvidenceMissingException">No seal covers it yet.</exception>
    public async Task<LoadedExperiment> Handle(DrawSeed request, CancellationToken cancellationToken)
    {
        if (request.Experiment.SeedClaim is not { } name)
        {
            return request.Experiment;
        }

        var claim = (await ClaimDirectory.Read(store, cancellationToken)).Find(name);
        var seal = (await store.Seals(cancellationToken)).FirstOrDefault(recorded => recorded.Position == claim.Sealed)?.Seal
            ?? throw new EvidenceMissingException($"no seal covers claim {claim} yet, registered at position {claim.Position}: `ledger seal -o FILE` makes one, then give the file away and run again");
        var seed = ClaimSeed.Of(claim.Claim, seal.ToString());
        var specification = request.Experiment.Specification with { Seed = seed };
        var drawn = new SeedDrawn(RunIdentity.Experiment(specification), seed, claim.Claim, claim.Position, seal.Key.ToString(), seal.ToString());
        if (request.Records && !claim.Seeds.Contains(drawn))
        {
            await store.AppendAtEnd(StreamNames.Claim(claim.Claim), [EventCatalogue.ToNew(drawn)], cancellationToken);
        }

        return request.Experiment with { Specification = specification, SeedClaim = null };
    }
}
