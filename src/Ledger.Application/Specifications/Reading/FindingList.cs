namespace Ledger.Application.Specifications.Reading;

/// <summary>Collects what is wrong with a file and knows the line of every place in it.</summary>
internal sealed class FindingList(string path)
{
    private readonly Dictionary<string, int> _lines = new(StringComparer.Ordinal) { [""] = 1 };
    private readonly List<Finding> _findings = [];
    private readonly HashSet<string> _closed = new(StringComparer.Ordinal);

    /// <summary>All findings, by line and in the order they were made.</summary>
    public IReadOnlyList<Finding> InOrder => [.. _findings.OrderBy(static finding => finding.Line)];

    /// <summary>Number of findings.</summary>
    public int Count => _findings.Count;

    /// <summary>Notes the line of a place.</summary>
    public void Locate(string place, int line) => _lines.TryAdd(place, line);

    /// <summary>Adds a finding in the line of its place, or of the nearest place around it that the file has.</summary>
    public void Add(string place, string message) => Add(LineOf(place), place, message);

    /// <summary>Adds a finding in a line.</summary>
    public void Add(int line, string place, string message) => _findings.Add(new Finding(path, line, place, message));

    /// <summary>Notes that all there is to say of a place and of what it holds is said: its key is missing or misspelt, or its value cannot be read.</summary>
    public void Close(string place) => _closed.Add(place);

    /// <summary>True if the place itself or something in it has a finding already, or if it is closed.</summary>
    public bool Has(string place) => IsClosed(place)
        || _findings.Exists(finding => finding.Place == place
            || (finding.Place.StartsWith(place, StringComparison.Ordinal) && finding.Place[place.Length] is '.' or '['));

    /// <summary>The line of a place, or of the nearest place around it that the file has.</summary>
    public int LineOf(string place)
    {
        int line;
        while (!_lines.TryGetValue(place, out line))
        {
            place = Place.Outside(place);
        }

        return line;
    }

    private bool IsClosed(string place) => _closed.Contains(place) || (place.Length > 0 && IsClosed(Place.Outside(place)));
}
