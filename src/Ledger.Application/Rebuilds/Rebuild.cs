using Ledger.Application.Data;
using Ledger.Application.Failures;
using Ledger.Application.Materials;
using Ledger.Events.Hashing;
using Ledger.Training.States;
using MediatR;

namespace Ledger.Application.Rebuilds;

/// <summary>Rebuilds a file by a plan; its bytes have the recorded digest.</summary>
/// <param name="Target">What.</param>
/// <param name="Plan">From <see cref="PlanRebuild"/>.</param>
/// <param name="Done">Told each derivation when it is done.</param>
public sealed record Rebuild(RebuildTarget Target, IReadOnlyList<PlannedDerivation> Plan, Action<PlannedDerivation>? Done = null) : IRequest<byte[]>;

/// <summary>Handles <see cref="Rebuild"/>.</summary>
public sealed class RebuildHandler(MaterialStore materials, DataShelf data) : IRequestHandler<Rebuild, byte[]>
{
    /// <inheritdoc/>
    /// <exception cref="DifferingResultException">What came out does not have the recorded digest.</exception>
    public async Task<byte[]> Handle(Rebuild request, CancellationToken cancellationToken)
    {
        var target = request.Target;
        if (request.Plan.Any(static planned => planned.Steps > 0))
        {
            data.Load(target.Data);
        }

        await materials.Execute(request.Plan, request.Done, cancellationToken);
        var mask = await materials.Mask(target.Network, target.Mask, cancellationToken);
        var state = target.State is { } digest ? await materials.State(target.Network, digest, cancellationToken) : null;
        var file = target.Kind switch
        {
            RebuiltKind.Mask => StateFile.Write(mask!),
            RebuiltKind.State => StateFile.Write(state!),
            _ => StateFile.WriteTicket(state!, mask),
        };
        return Digest.Of(file) == target.File
            ? file
            : throw new DifferingResultException($"the rebuilt {target.Kind.ToString().ToLowerInvariant()} has digest {Digest.Of(file)}, recorded is {target.File}; replay the run to find the first difference");
    }
}
