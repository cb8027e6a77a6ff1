using System.Reflection;

namespace Ledger.Application.History;

/// <summary>The version of this build of ledger, with the commit it was built from where that is known.</summary>
public static class ProductVersion
{
    /// <summary>For example <c>0.1.0+4c1d…</c>.</summary>
    public static string Current { get; } =
        typeof(ProductVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";
}
