using Ledger.Arithmetic.Devices;
using Ledger.Arithmetic.Operations;
using Ledger.Arithmetic.Tensors;
using Ledger.Training.States;

namespace Ledger.Training.Execution;

/// <summary>How parameters follow their gradients.</summary>
internal interface IOptimiser
{
    /// <summary>Names of what it remembers of each parameter, in order.</summary>
    IReadOnlyList<string> Slots { get; }

    /// <summary>The update of all parameters, its slots in the order of <see cref="Slots"/>.</summary>
    Operation Update(NetworkValues values, IReadOnlyList<Tensor> slots, BitTensor? decayed, StepValues step, StepRing ring);

    /// <summary>Sets what the update reads of a step.</summary>
    /// <param name="values">Where.</param>
    /// <param name="rate">The step's learning rate.</param>
    /// <param name="updates">Updates that the slots have seen, this one included.</param>
    void Prepare(StepValues values, float rate, int updates);
}
