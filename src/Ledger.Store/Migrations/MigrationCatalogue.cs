using System.Globalization;
using System.Text;
using Ledger.Events.Hashing;

namespace Ledger.Store.Migrations;

/// <summary>The migrations that this program was built with.</summary>
public static class MigrationCatalogue
{
    /// <summary>The migrations of a kind of store, in order.</summary>
    /// <param name="store">The folder's name: <c>sqlite</c> or <c>postgres</c>.</param>
    public static IReadOnlyList<Migration> Of(string store)
    {
        var assembly = typeof(MigrationCatalogue).Assembly;
        var prefix = $"migrations.{store}.";
        return
        [
            .. assembly.GetManifestResourceNames()
                .Where(name => name.StartsWith(prefix, StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(name => Read(assembly.GetManifestResourceStream(name)!, name[prefix.Length..^".sql".Length])),
        ];
    }

    private static Migration Read(Stream resource, string name)
    {
        using var file = new MemoryStream();
        using (resource)
        {
            resource.CopyTo(file);
        }

        return new Migration(int.Parse(name.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture), name, Encoding.UTF8.GetString(file.ToArray()), Digest.Of(file.ToArray()));
    }
}
