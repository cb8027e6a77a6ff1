namespace Ledger.Application.Rebuilds.Forms;

/// <summary>Files that hold tensors.</summary>
public enum TensorFormat
{
    /// <summary>Canonical safetensors.</summary>
    Safetensors,

    /// <summary>A zip archive of npy files, as numpy reads it.</summary>
    Npz,
}
