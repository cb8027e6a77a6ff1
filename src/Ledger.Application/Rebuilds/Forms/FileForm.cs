using Ledger.Training.Networks;
using Ledger.Training.States;

namespace Ledger.Application.Rebuilds.Forms;

/// <summary>The form in which a rebuilt file is written: only one of them has the digest in the ledger.</summary>
/// <param name="Layout">How axes are ordered.</param>
/// <param name="Format">What holds the tensors.</param>
public sealed record FileForm(AxisOrder Layout, TensorFormat Format)
{
    /// <summary>The form whose SHA-256 is the digest in the ledger.</summary>
    public static FileForm Recorded { get; } = new(AxisOrder.Ledger, TensorFormat.Safetensors);

    /// <summary>The last part of file names of this form.</summary>
    public string Extension => (Layout == AxisOrder.Torch ? ".torch" : "") + (Format == TensorFormat.Npz ? ".npz" : ".safetensors");

    /// <summary>A recorded file in this form.</summary>
    /// <param name="network">Whose tensors.</param>
    /// <param name="recorded">The file whose SHA-256 is the digest in the ledger.</param>
    public byte[] Write(NetworkDescription network, byte[] recorded)
    {
        if (this == Recorded)
        {
            return recorded;
        }

        var tensors = Safetensors.Read(recorded);
        var ordered = Layout == AxisOrder.Torch ? TorchTensors.Of(network, tensors) : tensors;
        return Format == TensorFormat.Npz ? NpzFile.Write(ordered) : Safetensors.Write(ordered);
    }
}
