using Ledger.Events.Streams;

namespace Ledger.Application.Projections;

/// <summary>A training that began from a ticket.</summary>
/// <param name="Ticket">The ticket's start state and mask.</param>
/// <param name="Stream">The latest history of a training from there.</param>
/// <param name="IsOnly">False if trainings by several recipes began there.</param>
internal sealed record BookedTraining(string Ticket, StreamName Stream, bool IsOnly);
