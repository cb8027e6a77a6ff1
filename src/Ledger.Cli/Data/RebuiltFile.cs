using System.Text.Json;
using Ledger.Application.Rebuilds;
using Ledger.Events.Canonical;

namespace Ledger.Cli.Data;

/// <summary>A rebuilt file and the provenance beside it, written whole or not at all.</summary>
public static class RebuiltFile
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>Refuses a file whose folder is not there, before any work is done for it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="option">The option that names it.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static void CheckFolder(string path, string option = "--out")
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path));
        if (!Directory.Exists(folder))
        {
            throw new DirectoryNotFoundException($"{path}: there is no folder {folder}; make it, or name another file with {option}");
        }
    }

    /// <summary>Writes <paramref name="path"/> and <paramref name="path"/><c>.ticket.json</c>.</summary>
    public static void Write(string path, byte[] file, TicketProvenance provenance)
    {
        Write(path, file);
        Write($"{path}.ticket.json", JsonSerializer.SerializeToUtf8Bytes(CanonicalJson.ToElement(provenance), Indented));
    }

    /// <summary>Writes one file.</summary>
    public static void Write(string path, byte[] content)
    {
        var unfinished = $"{path}.{Environment.ProcessId}.part";
        try
        {
            File.WriteAllBytes(unfinished, content);
            File.Move(unfinished, path, overwrite: true);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }
}
