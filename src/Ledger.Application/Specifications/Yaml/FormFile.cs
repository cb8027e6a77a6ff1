using System.Text;

namespace Ledger.Application.Specifications.Yaml;

/// <summary>Files that people write.</summary>
internal static class FormFile
{
    private const long Largest = 1 << 20;

    /// <summary>A file's text, or what keeps it from being read.</summary>
    /// <param name="path">The file.</param>
    /// <param name="usual">How such a file usually is, for one that is too large.</param>
    public static (string? Text, string? Problem) Read(string path, string usual)
    {
        try
        {
            return new FileInfo(path) is { Exists: true, Length: > Largest }
                ? (null, $"is larger than {Largest} bytes: {usual}")
                : (new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(File.ReadAllBytes(path)).TrimStart('\uFEFF'), null);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return (null, $"cannot be read: {exception.Message}");
        }
        catch (DecoderFallbackException)
        {
            return (null, "is not UTF-8: save it as UTF-8 text");
        }
    }
}
