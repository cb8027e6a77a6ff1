namespace Ledger.Application.Projections;

/// <summary>A read model that is kept in the ledger between calls, so that the next reader goes on from there.</summary>
/// <typeparam name="TSelf">The model.</typeparam>
public interface IKeptProjection<TSelf> : IProjection
    where TSelf : IKeptProjection<TSelf>
{
    /// <summary>Under which name it is kept.</summary>
    static abstract string Name { get; }

    /// <summary>Another number whenever the content's form, or what the fold makes of the same events, changes.</summary>
    static abstract int Form { get; }

    /// <summary>A model that has consumed nothing.</summary>
    static abstract TSelf Begin();

    /// <summary>Goes on from kept content.</summary>
    /// <exception cref="System.Text.Json.JsonException">The content is damaged.</exception>
    static abstract TSelf Read(long position, ReadOnlySpan<byte> content);

    /// <summary>The model as canonical JSON, equal for equal events.</summary>
    byte[] Write();
}
