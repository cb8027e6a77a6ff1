using Ledger.Application.Addresses;
using Ledger.Application.Rebuilds.Forms;
using Ledger.Arithmetic;
using Ledger.Tickets.Methods;
using Ledger.Training.Networks;

namespace Ledger.Application.Rebuilds;

/// <summary>Writes down where a rebuilt file comes from.</summary>
public static class Provenance
{
    /// <summary>What stands in the <c>ticket.json</c> beside the file.</summary>
    public static TicketProvenance Of(RebuildTarget target, ResolvedAddress from) => new(
        "ledger-ticket/1",
        target.File,
        FileForm.Recorded,
        Written: null,
        target.Kind,
        ArithmeticName.ExactF32,
        from.Run.Run,
        from.Run.Replicate,
        from.Round.Round,
        target.State,
        target.Mask,
        target.Network,
        [.. target.Network.Tensors().Select(parameter => Layout(parameter, hasMask: target.Mask is not null && target.Kind != RebuiltKind.State))],
        TicketExperiment.Preparation,
        from.Specification);

    private static TensorLayout Layout(ParameterTensor parameter, bool hasMask)
    {
        var shape = parameter.Shape;
        return shape.Rank == 1
            ? new TensorLayout(parameter.Name, [shape.Rows], parameter.Name, [shape.Rows], Mask: null)
            : new TensorLayout(parameter.Name, shape.Extents(), parameter.Name, TorchTensors.Extents(shape), hasMask && parameter.IsPrunable ? $"{parameter.Name}.mask" : null);
    }
}
