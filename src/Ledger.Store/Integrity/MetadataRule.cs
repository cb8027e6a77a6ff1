using System.Text.Json;
using Ledger.Events.Hashing;
using Ledger.Events.Streams;
using Ledger.Store.Contract;

namespace Ledger.Store.Integrity;

/// <summary>
/// Metadata are no part of the event hash; the body vouches for them: its member <c>environment</c> is the SHA-256 of their bytes,
/// present if and only if they are.
/// </summary>
public static class MetadataRule
{
    /// <summary>Refuses an event whose metadata could be changed unseen.</summary>
    /// <exception cref="ArgumentException">Body and metadata do not fit each other.</exception>
    public static void Require(NewEvent added)
    {
        if (Violation(added.Body.Span, added.Metadata) is { } violation)
        {
            throw new ArgumentException($"{added.Alias}: {violation}", nameof(added));
        }
    }

    /// <summary>What is wrong with the metadata of a stored event, or null.</summary>
    public static IntegrityFinding? Check(StoredEvent stored) =>
        Violation(stored.Body.Span, stored.Metadata) is { } violation
            ? new IntegrityFinding(IntegrityKind.MetadataAltered, $"{Place.Of(stored)}: {violation}", stored.Stream, stored.Version, stored.Position)
            : null;

    /// <summary>What is wrong between a body and its metadata, or null.</summary>
    public static string? Violation(ReadOnlySpan<byte> body, ReadOnlyMemory<byte>? metadata)
    {
        var named = Environment(body);
        return (named, metadata) switch
        {
            (null, null) => null,
            (null, _) => "metadata are there, but the body names no environment",
            (_, null) => $"the body names the environment {named}, but there are no metadata",
            _ => Digest.Of(metadata.Value.Span).ToString() is var found && found == named ? null : $"the metadata have digest {found}, the body names {named}",
        };
    }

    private static string? Environment(ReadOnlySpan<byte> body)
    {
        // Few bodies hold the word at all: the search is what a training step costs here.
        if (body.IndexOf("\"environment\""u8) < 0)
        {
            return null;
        }

        try
        {
            var reader = new Utf8JsonReader(body);
            while (reader.Read())
            {
                if (reader.CurrentDepth == 1 && reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals("environment"u8))
                {
                    return reader.Read() && reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
                }
            }
        }
        catch (JsonException)
        {
            // Bodies that are no JSON are told by their hash.
        }

        return null;
    }
}
