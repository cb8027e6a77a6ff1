namespace Ledger.Tickets.Methods;

/// <summary>A way of finding tickets: a short orchestration over a bench.</summary>
public interface ITicketMethod
{
    /// <summary>Versioned name.</summary>
    string Name { get; }

    /// <summary>Does one replicate.</summary>
    /// <exception cref="DivergedException">A training diverged.</exception>
    Task Run(TicketExperiment experiment, IBench bench);
}
