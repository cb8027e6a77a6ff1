namespace Ledger.Arithmetic.Devices;

/// <summary>Whether every result since the last update was finite.</summary>
internal sealed class FiniteFlag
{
    private bool _isFinite = true;

    /// <summary>Raises the flag if <paramref name="isFinite"/> is false.</summary>
    public void Note(bool isFinite) => _isFinite &= isFinite;

    /// <summary>Lowers the flag; true if it was not raised.</summary>
    public bool Lower()
    {
        var isFinite = _isFinite;
        _isFinite = true;
        return isFinite;
    }
}
