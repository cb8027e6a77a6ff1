using Ledger.Application.Rebuilds.Forms;

namespace Ledger.Cli.Rebuilding;

/// <summary>What a rebuild is to write.</summary>
/// <param name="Output">The file that the user named, or null.</param>
/// <param name="Form">How tensors are written; null for the compact form.</param>
/// <param name="Extension">How such files end.</param>
/// <param name="IsPlanOnly">True if nothing is to be computed.</param>
public sealed record RebuildRequest(string? Output, FileForm? Form, string Extension, bool IsPlanOnly)
{
    /// <summary>The file to write: the one named, else one of this name here; its folder is there.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public string PathFor(string name)
    {
        var path = Output ?? name + Extension;
        Data.RebuiltFile.CheckFolder(path);
        return path;
    }
}
