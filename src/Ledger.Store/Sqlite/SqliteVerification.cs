using Ledger.Events.Hashing;
using Ledger.Events.Streams;
using Ledger.Store.Contract;
using Ledger.Store.Integrity;

namespace Ledger.Store.Sqlite;

/// <summary>Checks everything in a ledger file against one snapshot of it.</summary>
internal sealed class SqliteVerification : IDisposable
{
    private const string Orphan = "";

    private readonly SqliteSession _session;
    private readonly ChainCheck _chains = new();
    private readonly MaskCheck _masks = new();
    private readonly Dictionary<Digest, BlobKind> _blobs = [];
    private readonly IEventCheck[] _contentChecks;
    private readonly PositionCheck _positions = new();
    private VerificationProgress _progress = null!;

    /// <summary>A check on a connection of its own.</summary>
    public SqliteVerification(SqliteFile file)
    {
        _session = file.Connect();
        _contentChecks = [_chains, new MetadataCheck(), _masks];
    }

    /// <summary>Every finding, structure first.</summary>
    public IEnumerable<IntegrityFinding> Findings(IProgress<double>? progress, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        _session.Execute("BEGIN");
        _progress = new VerificationProgress(progress, cancellation);
        return Guarded(Structure()).Concat(Guarded(Measure())).Concat(Guarded(Events())).Concat(Guarded(Streams())).Concat(Guarded(Blobs())).Concat(Guarded(Masks())).Concat(Done());
    }

    /// <inheritdoc/>
    public void Dispose() => _session.Dispose();

    private IEnumerable<IntegrityFinding> Structure()
    {
        // SQLite reads the missing end of a page as zeros.
        if (new FileInfo(_session.Path).Length % _session.Number("PRAGMA page_size") is var rest and not 0)
        {
            yield return Damaged($"{_session.Path} ends {rest} bytes into a page: it was cut short");
        }

        var rows = _session.Prepare("PRAGMA integrity_check");
        while (rows.Step())
        {
            if (rows.Text(0) is var found and not "ok")
            {
                yield return Damaged(found);
            }
        }
    }

    private IEnumerable<IntegrityFinding> Measure()
    {
        _progress.Total(_session.Number("SELECT count(*) FROM events"), _session.Number("SELECT coalesce(sum(length(content)), 0) FROM blobs"));
        yield break;
    }

    private IEnumerable<IntegrityFinding> Events()
    {
        var names = StreamNames();
        var alias = new RepeatedText();
        var rows = _session.Prepare("SELECT position, stream, version, alias, body, metadata, hash FROM events ORDER BY position");
        while (rows.Step())
        {
            var stored = new StoredEvent(
                rows.Number(0),
                names.GetValueOrDefault(rows.Number(1), new StreamName(Orphan)),
                rows.Number(2),
                alias.Read(rows.Bytes(3)),
                rows.Bytes(4).ToArray(),
                rows.CopyOrNull(5),
                rows.DigestOrNull(6) ?? default);
            _progress.EventDone();
            if (_positions.Next(stored) is { } gap)
            {
                yield return gap;
            }

            if (stored.Stream.Value == Orphan)
            {
                yield return new IntegrityFinding(IntegrityKind.EventAltered, $"position {stored.Position} (version {stored.Version}, {stored.Alias}) belongs to stream number {rows.Number(1)}, which does not exist", null, stored.Version, stored.Position);
                continue;
            }

            foreach (var check in _contentChecks)
            {
                if (check.Next(stored) is { } finding)
                {
                    yield return finding;
                }
            }
        }
    }

    private IEnumerable<IntegrityFinding> Streams()
    {
        var rows = _session.Prepare("SELECT name, version FROM streams");
        while (rows.Step())
        {
            var (stream, version) = (new StreamName(rows.Text(0)), rows.Number(1));
            var last = _chains.Links.GetValueOrDefault(stream).Version;
            if (last != version || version == 0)
            {
                yield return new IntegrityFinding(IntegrityKind.EventMissing, $"{stream} ends at version {last}, its row says {version}: events at its end are missing, or the row was changed", stream, last);
            }
        }
    }

    private IEnumerable<IntegrityFinding> Blobs()
    {
        var rows = _session.Prepare("SELECT digest, kind, content FROM blobs");
        while (rows.Step())
        {
            var (digest, kind) = (rows.DigestOrNull(0), BlobKindText.Parse(rows.Text(1)));
            var found = Digest.Of(rows.Bytes(2));
            _progress.BlobDone(rows.Bytes(2).Length);
            if (digest is { } here)
            {
                _blobs[here] = kind ?? BlobKind.State;
            }

            if (digest != found)
            {
                var namedBy = digest is { } named ? _masks.Masks.GetValueOrDefault(named) : null;
                var naming = namedBy is null ? "" : $", named by {Place.Of(namedBy)},";
                yield return new IntegrityFinding(
                    IntegrityKind.BlobAltered,
                    $"the {rows.Text(1)} blob {Convert.ToHexStringLower(rows.Bytes(0))}{naming} holds content of digest {found}",
                    namedBy?.Stream,
                    namedBy?.Version,
                    namedBy?.Position,
                    digest);
            }

            if (kind is null)
            {
                yield return new IntegrityFinding(IntegrityKind.BlobAltered, $"the blob {found} is of kind '{rows.Text(1)}', which is neither mask nor state", Blob: digest);
            }
        }
    }

    private IEnumerable<IntegrityFinding> Masks() => _masks.Masks.Keys
        .Select(mask => _masks.Held(mask, _blobs.TryGetValue(mask, out var kind) ? kind : null))
        .OfType<IntegrityFinding>();

    private IEnumerable<IntegrityFinding> Done()
    {
        _progress.Done();
        yield break;
    }

    private Dictionary<long, StreamName> StreamNames()
    {
        var names = new Dictionary<long, StreamName>();
        var rows = _session.Prepare("SELECT id, name FROM streams");
        while (rows.Step())
        {
            names.Add(rows.Number(0), new StreamName(rows.Text(1)));
        }

        return names;
    }

    // Damage that stops one part of the check is a finding, and the other parts still run.
    private static IEnumerable<IntegrityFinding> Guarded(IEnumerable<IntegrityFinding> findings)
    {
        using var next = findings.GetEnumerator();
        while (true)
        {
            IntegrityFinding? finding;
            try
            {
                finding = next.MoveNext() ? next.Current : null;
            }
            catch (CorruptLedgerException exception)
            {
                finding = Damaged(exception.Message);
            }

            if (finding is null)
            {
                yield break;
            }

            yield return finding;
        }
    }

    private static IntegrityFinding Damaged(string found) => new(IntegrityKind.StoreDamaged, found);
}
