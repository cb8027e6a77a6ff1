using Ledger.Application.Data;
using Ledger.Application.History;
using Ledger.Application.Materials;
using Ledger.Application.Training;
using Ledger.Arithmetic.Devices;
using Ledger.Events.Recorded;
using Ledger.Tickets.Derivations;
using Ledger.Tickets.Results;
using MediatR;

namespace Ledger.Application.Operations;

/// <summary>Evaluates a state, or finds what it did.</summary>
public sealed record EvaluateState(Evaluate Operation) : IRequest<Answer>;

/// <summary>Handles <see cref="EvaluateState"/>.</summary>
public sealed class EvaluateStateHandler(DerivationLog log, MaterialStore materials, IDeviceFactory devices, DataShelf data) : IRequestHandler<EvaluateState, Answer>
{
    /// <inheritdoc/>
    public Task<Answer> Handle(EvaluateState request, CancellationToken cancellationToken)
    {
        var operation = request.Operation;
        var derivation = operation.Describe();
        return log.FindOrRecord(derivation, () => Evaluate(devices.CreateFast()), () => Evaluate(devices.CreateReference()), cancellationToken);

        async Task<IDerivationEvent> Evaluate(IDevice device)
        {
            using var used = device;
            var state = await materials.State(operation.Network, operation.State, cancellationToken);
            var mask = await materials.Mask(operation.Network, operation.Mask, cancellationToken);
            var result = Computation.Evaluate(device, operation, state, mask, data.Of(operation.Data));
            return new TicketEvaluated(derivation, EvaluationDigest.Of(result), result.Correct, result.Total, result.Loss);
        }
    }
}
