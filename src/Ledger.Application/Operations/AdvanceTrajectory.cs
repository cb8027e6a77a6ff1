using Ledger.Application.History;
using Ledger.Application.Training;
using Ledger.Tickets.Derivations;
using MediatR;

namespace Ledger.Application.Operations;

/// <summary>Takes the state of a trajectory after some steps: finds it, or trains as far as nobody has yet.</summary>
/// <param name="Trajectory">The training.</param>
/// <param name="Step">Steps since its start.</param>
/// <param name="Progress">Told each chunk of steps.</param>
public sealed record AdvanceTrajectory(Train Trajectory, int Step, IProgress<TrainingProgress>? Progress) : IRequest<Answer>;
