using Ledger.Application.Data;
using Ledger.Application.Materials;
using Ledger.Application.Rebuilds;
using Ledger.Application.Rebuilds.Forms;
using Ledger.Cli.Answers;
using Ledger.Cli.Data;
using Ledger.Cli.Screens;
using Ledger.Events.Hashing;
using Ledger.Events.Specification;

namespace Ledger.Cli.Rebuilding;

/// <summary>Computes a plan in an open ledger and writes what comes out.</summary>
public sealed class Rebuilder(Session session, OpenLedger ledger)
{
    /// <summary>Computes and writes a file, its provenance beside it.</summary>
    public async Task Write(string path, FileForm form, RebuildTarget target, IReadOnlyList<PlannedDerivation> plan, TicketProvenance about, CancellationToken cancellation)
    {
        RebuildPlanScreen.Note(session.Screen, plan);
        if (plan.Any(static planned => planned.Steps > 0))
        {
            await EnsureData(target.Data, cancellation);
        }

        var done = 0;
        var recorded = await ledger.Send(new Rebuild(target, plan, planned => session.Screen.Note($"  {++done}/{plan.Count} {planned.Description}")), cancellation);
        var file = form.Write(target.Network, recorded);
        Digest? written = form == FileForm.Recorded ? null : Digest.Of(file);
        RebuiltFile.Write(path, file, about with { Form = form, Written = written });
        if (written is not null)
        {
            session.Screen.Note($"another form has another digest: {target.File.ToShortString()} in the ledger is that of the file without --layout and --format");
        }

        session.Screen.Answer(
            new RebuiltAnswer(path, target.File, form, written, target.Kind, file.Length, plan.Count, plan.Sum(static planned => planned.Steps)),
            () => session.Screen.Line($"{path}  {written ?? target.File}  {Numbers.Bytes(file.Length)}"));
    }

    /// <summary>Makes sure that the data set of a training is here.</summary>
    public Task EnsureData(DataSpecification data, CancellationToken cancellation) =>
        new DataPreparation(session).Ensure(DataShelf.Resolve(data), isAgreed: false, cancellation);
}
