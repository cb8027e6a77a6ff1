using Ledger.Application.Data;
using Ledger.Application.Operations;
using Ledger.Application.Replays.Bisection;
using Ledger.Application.Training;
using Ledger.Store.Contract;
using Ledger.Tickets.Derivations;
using Ledger.Training.Execution;
using Ledger.Training.States;

namespace Ledger.Application.Replays.Tasks;

/// <summary>What the tasks of one replay work with.</summary>
/// <param name="Store">The ledger.</param>
/// <param name="Execution">Trains.</param>
/// <param name="Devices">Make the devices that <paramref name="Execution"/> uses.</param>
/// <param name="Arbiter">Tells who is right; null where the reference computes and is right by definition.</param>
/// <param name="Lockstep">Finds the operation in which this machine errs.</param>
/// <param name="Data">The data sets.</param>
/// <param name="Materials">States and masks.</param>
/// <param name="Counter">Told steps made, and differences to settle.</param>
internal sealed record ReplayBench(
    ILedgerStore Store, TrajectoryExecution Execution, IDeviceFactory Devices, Arbiter? Arbiter, Lockstep Lockstep, DataShelf Data, ReplayMaterials Materials, ReplayCounter Counter)
{
    /// <summary>Evaluates on a device, which is closed.</summary>
    public Evaluation Evaluate(Arithmetic.Devices.IDevice device, Evaluate operation, NetworkState state, WeightMask? mask)
    {
        using (device)
        {
            return Computation.Evaluate(device, operation, state, mask, Data.Of(operation.Data));
        }
    }
}
