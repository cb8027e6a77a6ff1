using System.Globalization;

namespace Ledger.Training.States;

/// <summary>A canonical safetensors file that is written tensor by tensor and may be larger than memory; it has its name only once it is whole.</summary>
public sealed class SafetensorsFile : IDisposable
{
    private readonly string _path;
    private readonly string _unfinished;
    private readonly FileStream _data;
    private readonly List<(SafetensorsEntry Entry, long Length)> _entries = [];

    /// <summary>Begins a file.</summary>
    /// <param name="path">Its name at the end.</param>
    public SafetensorsFile(string path)
    {
        _path = Path.GetFullPath(path);
        _unfinished = string.Create(CultureInfo.InvariantCulture, $"{_path}.{Environment.ProcessId}.part");
        _data = new FileStream($"{_unfinished}.data", FileMode.Create, FileAccess.ReadWrite);
    }

    /// <summary>Tensors so far.</summary>
    public int Count => _entries.Count;

    /// <summary>Appends a tensor.</summary>
    public void Add(SafetensorsEntry entry)
    {
        _entries.Add((entry with { Data = default }, entry.Data.Length));
        _data.Write(entry.Data.Span);
    }

    /// <summary>Gives the file its name; its length in bytes.</summary>
    /// <param name="overwrite">True to replace a file of that name.</param>
    /// <exception cref="IOException">There is such a file, or it cannot be written.</exception>
    public long Complete(bool overwrite)
    {
        long length;
        using (var file = new FileStream(_unfinished, FileMode.Create, FileAccess.Write))
        {
            file.Write(Safetensors.Head(_entries));
            _data.Position = 0;
            _data.CopyTo(file);
            file.Flush(flushToDisk: true);
            length = file.Length;
        }

        File.Move(_unfinished, _path, overwrite);
        return length;
    }

    /// <summary>Removes what was not completed.</summary>
    public void Dispose()
    {
        _data.Dispose();
        File.Delete($"{_unfinished}.data");
        File.Delete(_unfinished);
    }
}
