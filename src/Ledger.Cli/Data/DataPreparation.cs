using Ledger.Application.Failures;
using Ledger.Training.Data;

namespace Ledger.Cli.Data;

/// <summary>Sees to it that the samples of an experiment are on this machine before the work begins.</summary>
public sealed class DataPreparation(Session session)
{
    /// <summary>Installs a published set where that is possible and the user agrees.</summary>
    /// <param name="set">The data set.</param>
    /// <param name="isAgreed">True to install without asking.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <exception cref="EvidenceMissingException">The set is not here and was not installed; says what to run.</exception>
    public async Task Ensure(IDataSet set, bool isAgreed, CancellationToken cancellation)
    {
        if (session.DataFolder is null && set is { InstalledFolder: { } folder, DebianPackage: { } package } && !Directory.Exists(folder))
        {
            await Install(set, package, isAgreed, cancellation);
        }
    }

    private async Task Install(IDataSet set, string package, bool isAgreed, CancellationToken cancellation)
    {
        var packages = session.Surroundings.Packages;
        var advice = $"the data set {set.Name} is not installed; run: {packages.CommandFor(package)}";
        if (!packages.MayInstall || (!isAgreed && session.Screen.CanAsk && !session.Screen.Ask($"Install the Debian package {package} ({set.Name})?")))
        {
            throw new EvidenceMissingException(advice);
        }

        session.Screen.Note($"Installing the Debian package {package} …");
        if (await packages.Install(package, cancellation) is { } trouble)
        {
            throw new EvidenceMissingException($"{advice} ({trouble})");
        }
    }
}
