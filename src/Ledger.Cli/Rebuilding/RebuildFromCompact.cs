using Ledger.Application.Failures;
using Ledger.Application.Rebuilds.Compact;

namespace Ledger.Cli.Rebuilding;

/// <summary>Rebuilds the ticket of a compact file; no ledger is needed.</summary>
public static class RebuildFromCompact
{
    /// <summary>True if the user names a compact file instead of an address.</summary>
    public static bool IsMeant(string text) => text.EndsWith(CompactFile.Extension, StringComparison.Ordinal);

    /// <summary>Plans, or writes the file.</summary>
    public static async Task<int> Run(Session session, string file, RebuildRequest request, CancellationToken cancellation)
    {
        var form = request.Form ?? throw new UsageException($"{file}: it is compact already; leave --format compact out to write the ticket");
        var ticket = Read(file);
        var path = request.PathFor(file[..^CompactFile.Extension.Length]);
        using var ledger = session.OpenTemporary();
        var (target, plan) = await ledger.Send(new UnpackCompact(ticket), cancellation);
        if (request.IsPlanOnly)
        {
            RebuildPlanScreen.Answer(session.Screen, plan);
            return ExitCodes.Done;
        }

        await new Rebuilder(session, ledger).Write(path, form, target, plan, ticket.Provenance, cancellation);
        return ExitCodes.Done;
    }

    private static CompactTicket Read(string file)
    {
        if (!File.Exists(file))
        {
            throw new NotFoundException($"{file}: no such file; `ledger rebuild RUN/round --format compact` writes one");
        }

        try
        {
            return CompactFile.Read(File.ReadAllBytes(file));
        }
        catch (MalformedCompactException exception)
        {
            throw new MalformedCompactException($"{file}: not a whole compact ticket, {exception.Message}", exception);
        }
    }
}
