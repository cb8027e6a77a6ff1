using Ledger.Application.Failures;

namespace Ledger.Cli.Data;

/// <summary>A file that is written whole and never over another: what it held may be needed for years.</summary>
public static class NewFile
{
    /// <summary>Refuses a path before any work is done for it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="option">The option that names it.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="FileExistsException">There is such a file.</exception>
    public static void Check(string path, string option = "--out")
    {
        RebuiltFile.CheckFolder(path, option);
        if (File.Exists(path))
        {
            throw new FileExistsException($"{path} exists and is not overwritten; name another file with {option}");
        }
    }

    /// <summary>Writes the file.</summary>
    public static void Write(string path, ReadOnlySpan<byte> content)
    {
        using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        file.Write(content);
        file.Flush(flushToDisk: true);
    }
}
