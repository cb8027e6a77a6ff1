using System.CommandLine;
using Ledger.Application.Failures;
using Ledger.Cli.Answers;
using Ledger.Cli.Screens;
using Ledger.Tickets.Derivations;
using Ledger.Training.Data;
using Spectre.Console;

namespace Ledger.Cli.Verbs;

/// <summary><c>ledger data ls|check|path</c>.</summary>
public sealed class DataVerb : IVerb
{
    /// <inheritdoc/>
    public Command Build(Session session) =>
        new Verb("data", "Known data sets: which are here, and whether their files are as published", "ledger data ls", "ledger data check fashion-mnist", "ledger data check cifar-10 --data ~/cifar-10-batches-bin", "ledger data check files --data ~/shapes.safetensors")
        {
            List(session), Check(session), Where(session),
        };

    private static Verb List(Session session)
    {
        var verb = new Verb("ls", "List the known data sets", "ledger data ls");
        verb.SetAction((_, _) =>
        {
            var sets = DataSetCatalogue.All;
            session.Screen.Answer(
                new DataSetsAnswer([.. sets.Select(Facts), new DataSetFacts(FilesDataSet.SetName, null, null, null, null, null, null, null, null)]),
                () => session.Screen.Show(Table(sets, session)));
            return Task.FromResult(ExitCodes.Done);
        });
        return verb.Answering(typeof(DataSetsAnswer));
    }

    private static Verb Check(Session session)
    {
        var name = Name(isRequired: false);
        var verb = new Verb("check", "Read a data set and compare its digest with the published one", "ledger data check", "ledger data check fashion-mnist") { name };
        verb.SetAction((parse, _) =>
        {
            List<DataCheck> findings = parse.GetValue(name) == FilesDataSet.SetName
                ? [OwnFiles(session.DataFolder ?? throw MissingFiles())]
                : [.. Chosen(session, parse.GetValue(name)).Select(set => Checked(set, session.DataFolder ?? Folder(set)))];
            session.Screen.Answer(new DataChecksAnswer(findings), () => findings.ForEach(finding => Write(finding, session)));
            return Task.FromResult(ExitCodes.Done);
        });
        return verb.Answering(typeof(DataChecksAnswer));
    }

    private static Verb Where(Session session)
    {
        var name = Name(isRequired: true);
        var verb = new Verb("path", "Write the folder of a data set", "ledger data path fashion-mnist") { name };
        verb.SetAction((parse, _) =>
        {
            var folder = session.DataFolder ?? Installed(parse.GetRequiredValue(name), session);
            session.Screen.Answer(new DataFolderAnswer(folder), () => session.Screen.Line(folder));
            return Task.FromResult(ExitCodes.Done);
        });
        return verb.Answering(typeof(DataFolderAnswer));
    }

    private const string AsPublished = "as published";
    private const string Readable = "readable; no digest is published for it";

    private static Argument<string> Name(bool isRequired)
    {
        var name = new Argument<string>("SET") { Description = isRequired ? "Its name" : "Its name. Default: every set that is installed", Arity = isRequired ? ArgumentArity.ExactlyOne : ArgumentArity.ZeroOrOne };
        name.CompletionSources.Add([.. DataSetCatalogue.All.Select(static set => set.Name), FilesDataSet.SetName]);
        return name;
    }

    private static List<IDataSet> Chosen(Session session, string? name)
    {
        if (name is not null)
        {
            var set = Find(name);
            return session.DataFolder is not null || Folder(set) is not null ? [set] : throw Missing(session, set);
        }

        return DataSetCatalogue.All.Where(static set => Folder(set) is not null).ToList() is { Count: > 0 } installed
            ? installed
            : throw new EvidenceMissingException($"no data set is installed; run: {session.Surroundings.Packages.CommandFor(DataSetCatalogue.All[0].DebianPackage!)}");
    }

    private static DataCheck Checked(IDataSet set, string? folder)
    {
        var digest = DataDigest.Of(set.Read(folder)).ToString();
        return new DataCheck(set.Name, folder!, set.KnownDigest is null ? Readable : AsPublished, digest, Declaration: null);
    }

    private static DataCheck OwnFiles(string path)
    {
        var source = FilesDataSet.ReadUndeclared(path);
        var digest = DataDigest.Of(source).ToString();
        var sample = source.Image is { } image ? $"image: {image}" : $"features: {source.Train.Features}";
        var declaration = $"files: {{{sample}, classes: {source.Classes}, train: {source.Train.Count}, test: {source.Test.Count}, digest: {digest}}}";
        return new DataCheck(FilesDataSet.SetName, path, "readable; in an experiment's data section", digest, declaration);
    }

    private static void Write(DataCheck finding, Session session) =>
        session.Screen.Line($"{finding.Name,-14} {finding.Folder}: {finding.Verdict}, {finding.Declaration ?? $"digest {finding.Digest}"}");

    private static string Installed(string name, Session session)
    {
        var set = name == FilesDataSet.SetName ? throw MissingFiles() : Find(name);
        return Folder(set) ?? throw Missing(session, set);
    }

    private static DataSetFacts Facts(IDataSet set) =>
        new(set.Name, set.TrainCount, set.TestCount, set.Features, set.Image?.ToString(), set.Classes, Folder(set), set.DebianPackage, set.KnownDigest);

    private static IDataSet Find(string name) =>
        DataSetCatalogue.Find(name) ?? throw new NotFoundException($"data set '{name}' is unknown here; known are {string.Join(", ", DataSetCatalogue.Names)}");

    private static string? Folder(IDataSet set) => Directory.Exists(set.InstalledFolder) ? set.InstalledFolder : null;

    private static EvidenceMissingException Missing(Session session, IDataSet set) => new(set.DebianPackage is { } package
        ? $"the data set {set.Name} is not installed; run: {session.Surroundings.Packages.CommandFor(package)}"
        : $"the data set {set.Name} has no package; with --data, name {set.Wanted}");

    private static EvidenceMissingException MissingFiles() => new($"the data set {FilesDataSet.SetName} is what you bring; with --data, name {FilesDataSet.WantedPath}");

    private static Table Table(IReadOnlyList<IDataSet> sets, Session session)
    {
        var table = new Table().Border(TableBorder.Simple);
        table.AddColumns("set", "samples", "classes", "where");
        foreach (var set in sets)
        {
            var where = Folder(set) ?? (set.DebianPackage is { } package ? $"not here; run: {session.Surroundings.Packages.CommandFor(package)}" : "name its folder with --data");
            table.AddRow(new Text(set.Name), new Text($"{Numbers.Count(set.TrainCount)} + {Numbers.Count(set.TestCount)}"), new Text($"{set.Classes}"), new Text(where));
        }

        table.AddRow(new Text(FilesDataSet.SetName), new Text("yours"), new Text(""), new Text("name its file or folder with --data"));
        return table;
    }
}
