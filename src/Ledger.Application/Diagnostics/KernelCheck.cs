using Ledger.Arithmetic;
using Ledger.Arithmetic.Devices;
using Ledger.Tickets.Methods;
using Ledger.Training.Data;
using Ledger.Training.Execution;
using Ledger.Training.Initialisers;
using Ledger.Training.Networks;
using Ledger.Training.Recipes;
using Ledger.Training.Schedules;
using Ledger.Training.States;

namespace Ledger.Application.Diagnostics;

/// <summary>A second's work that shows whether a device computes <c>exact-f32/1</c>: a small training, dense and as a ticket, against published bits.</summary>
public static class KernelCheck
{
    private const int Steps = 12;
    private const int Batch = 40;

    /// <summary>The fingerprint after the last dense step, on every device.</summary>
    public static Fingerprint PublishedDense { get; } = Fingerprint.Parse("178f1cbd0419fb17ecf1faea7c865793");

    /// <summary>The fingerprint after the last step of the ticket, on every device.</summary>
    public static Fingerprint PublishedTicket { get; } = Fingerprint.Parse("f3344fdf84a626b7cabf8172c9f056eb");

    /// <summary>True if the device gives the published bits.</summary>
    public static bool Holds(IDevice device) => Dense(device) == PublishedDense && Ticket(device) == PublishedTicket;

    /// <summary>The fingerprint after the dense training.</summary>
    public static Fingerprint Dense(IDevice device) => Train(device, mask: null);

    /// <summary>The fingerprint after the training of a ticket that keeps every third weight.</summary>
    public static Fingerprint Ticket(IDevice device)
    {
        var mask = WeightMask.Dense(Network());
        foreach (var (weight, layer) in mask.Network.Weights().Select(static (weight, layer) => (weight, layer)))
        {
            for (var i = 0; i < weight.Size; i++)
            {
                if (i % 3 != 0)
                {
                    mask.Prune(layer, i);
                }
            }
        }

        return Train(device, mask);
    }

    private static NetworkDescription Network() => MultilayerPerceptron.Of(75, 50, 20, 10);

    private static Fingerprint Train(IDevice device, WeightMask? mask)
    {
        var network = Network();
        var data = new SyntheticSet(network.Inputs, network.Outputs, Noise: 60, Seed: 1).Draw(train: 200, test: 40);
        var recipe = new TrainingRecipe(
            network, new SampleRange("train", 0, 200), TicketExperiment.Preparation, TicketExperiment.Loss, Batch, "sgd/1", 0.9m, 0.0001m,
            new MultiStepSchedule(0.1m, [], 1m), OrderSeed: 2, SchedulePosition: 0, DataPosition: 0);
        var parameters = InitialiserCatalogue.Find("glorot_normal/1")!.Draw(network, seed: 3);
        var bits = mask?.OverParameters();
        for (var i = 0; bits is not null && i < parameters.Length; i++)
        {
            parameters[i] = (bits[i / 8] >> (i % 8) & 1) != 0 ? parameters[i] : 0f;
        }

        var ring = device.AllocateRing(Steps);
        var session = new TrainingSession(device, recipe, data, new NetworkState(network, parameters), mask, 0, ring);
        while (session.Step < Steps)
        {
            session.Advance();
        }

        return ring.Drain()[^1].Fingerprint;
    }
}
