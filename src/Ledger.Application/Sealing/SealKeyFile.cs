using Ledger.Application.Failures;
using Ledger.Events.Seals;

namespace Ledger.Application.Sealing;

/// <summary>The file of a private key, which only its owner may read, and beside it the public key.</summary>
public static class SealKeyFile
{
    /// <summary>Where the public key of a private key's file lies.</summary>
    public static string PublicPath(string path) => Path.ChangeExtension(path, ".pub.pem");

    /// <summary>Writes both files; never over others.</summary>
    /// <exception cref="FileExistsException">One of them is there already.</exception>
    public static void Write(SealKey key, string path)
    {
        if (new[] { path, PublicPath(path) }.FirstOrDefault(File.Exists) is { } existing)
        {
            throw new FileExistsException($"{existing} exists: a key is never overwritten, because its seals could not be continued; name another file with --key");
        }

        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        WriteNew(path, key.ToPem(), UnixFileMode.UserRead | UnixFileMode.UserWrite);
        WriteNew(PublicPath(path), key.ToPublicPem(), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
    }

    /// <summary>Reads a private key.</summary>
    /// <exception cref="NotFoundException">There is no such file.</exception>
    /// <exception cref="EvidenceMissingException">The file holds no key.</exception>
    public static SealKey Read(string path)
    {
        if (!File.Exists(path))
        {
            throw new NotFoundException($"{path}: no such key; `ledger seal init` makes one");
        }

        try
        {
            return SealKey.FromPem(File.ReadAllText(path));
        }
        catch (FormatException exception)
        {
            throw new EvidenceMissingException($"{path}: {exception.Message}; `ledger seal init --key OTHER` makes a new one");
        }
    }

    private static void WriteNew(string path, string text, UnixFileMode mode)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = mode;
        }

        using var file = new StreamWriter(path, options);
        file.Write(text);
    }
}
