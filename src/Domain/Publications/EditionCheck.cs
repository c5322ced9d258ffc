using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Responsables.Domain.Publications;

/// <summary>What became of a section of a file.</summary>
public enum SectionState
{
    /// <summary>It is as it was sealed.</summary>
    Intact,

    /// <summary>It is not what was sealed.</summary>
    Altered,

    /// <summary>It is not in this file; its hash is.</summary>
    LeftOut,

    /// <summary>It is in this file and was never sealed.</summary>
    Added,
}

/// <summary>What the signature of a file is worth.</summary>
public enum SignatureState
{
    /// <summary>It is of the seal, by the key that is in the file.</summary>
    Holds,

    /// <summary>It is not of this seal.</summary>
    Broken,

    /// <summary>There is none that can be read.</summary>
    Absent,
}

/// <summary>A file of an edition held against itself: which sections are as they were sealed, and whether the signature is of that seal.</summary>
/// <param name="Edition">The number it gives itself; null when it has none.</param>
/// <param name="Sections">Every section, by name.</param>
/// <param name="SealHolds">Whether the seal is that of the hashes.</param>
/// <param name="Key">Fingerprint of the key that is in the file; whether it is the publisher's own, the file cannot tell.</param>
public sealed record EditionCheck(
    int? Edition, int? Year, string? Seal, IReadOnlyList<(string Name, SectionState State)> Sections, bool SealHolds, SignatureState Signature, string? Key)
{
    private const int MostDepth = 32;

    /// <summary>Whether nothing in it was changed since it was sealed and signed with its key.</summary>
    public bool IsIntact => SealHolds && Signature == SignatureState.Holds && Sections.All(s => s.State is SectionState.Intact or SectionState.LeftOut);

    /// <summary>Reads a file; null when it is not one of an edition (no JSON, or none of its parts).</summary>
    public static EditionCheck? Of(ReadOnlyMemory<byte> file)
    {
        try
        {
            using var document = JsonDocument.Parse(WithoutMark(file), new JsonDocumentOptions { MaxDepth = MostDepth, AllowDuplicateProperties = false });
            return document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty(EditionJson.Sections, out var sections)
                && sections.ValueKind == JsonValueKind.Object ? Of(document.RootElement, sections) : null;
        }
        catch (Exception fault) when (fault is JsonException or FormatException)
        {
            return null;
        }
    }

    private static ReadOnlyMemory<byte> WithoutMark(ReadOnlyMemory<byte> file) => file.Span.StartsWith(Encoding.UTF8.Preamble) ? file[Encoding.UTF8.Preamble.Length..] : file;

    private static EditionCheck Of(JsonElement file, JsonElement sections)
    {
        var sealedHashes = sections.EnumerateObject().ToDictionary(s => s.Name, s => s.Value.ValueKind == JsonValueKind.String ? s.Value.GetString()! : "");
        var found = Found(file);
        var states = sealedHashes.Keys.Union(found.Keys).OrderBy(n => n, StringComparer.Ordinal).Select(name => (name, StateOf(name, sealedHashes, found))).ToList();
        var seal = TextOf(file, EditionJson.Seal);
        var (signature, key) = SignatureOf(file, seal);
        return new EditionCheck(
            NumberOf(file, "edition"), NumberOf(file, "year"), seal, states, seal == EditionSections.Seal(sealedHashes), signature, key);
    }

    private static SectionState StateOf(string name, Dictionary<string, string> hashes, Dictionary<string, byte[]> found) =>
        !hashes.TryGetValue(name, out var hash) ? SectionState.Added
        : found.TryGetValue(name, out var content) ? (new EditionSection(name, content).Sha256 == hash ? SectionState.Intact : SectionState.Altered)
        // Only what is said of a node may be left out of a file.
        : name.StartsWith(EditionSection.NodePrefix, StringComparison.Ordinal) ? SectionState.LeftOut
        : SectionState.Altered;

    /// <summary>The sections that are in a file, put together again.</summary>
    private static Dictionary<string, byte[]> Found(JsonElement file)
    {
        var found = new Dictionary<string, byte[]>();
        var head = new List<JsonProperty>();
        foreach (var member in file.EnumerateObject().Where(m => m.Name is not (EditionJson.Sections or EditionJson.Seal or EditionJson.Signature)))
        {
            if (EditionJson.Named.Contains(member.Name))
            {
                found.Add(member.Name, CanonicalJson.Bytes(member.Value));
            }
            else if (!EditionJson.NodeLists.Contains(member.Name))
            {
                head.Add(member);
            }
        }

        found.Add(EditionSections.Head, Gathered(head.OrderBy(m => m.Name, StringComparer.Ordinal).Select(m => (m.Name, m.Value))));
        foreach (var (node, rows) in RowsByNode(file))
        {
            found.TryAdd(EditionSection.NodePrefix + node, Gathered(rows));
        }

        return found;
    }

    private static IEnumerable<(string Node, IReadOnlyList<(string List, List<JsonElement> Rows)> Rows)> RowsByNode(JsonElement file)
    {
        var byNode = new Dictionary<string, (string List, List<JsonElement> Rows)[]>();
        for (var i = 0; i < EditionJson.NodeLists.Count; i++)
        {
            if (!file.TryGetProperty(EditionJson.NodeLists[i], out var list) || list.ValueKind != JsonValueKind.Array)
            {
                continue;
            }

            foreach (var row in list.EnumerateArray())
            {
                var node = TextOf(row, "node") ?? "";
                if (!byNode.TryGetValue(node, out var rows))
                {
                    byNode.Add(node, rows = [.. EditionJson.NodeLists.Select(l => (l, new List<JsonElement>()))]);
                }

                rows[i].Rows.Add(row);
            }
        }

        return byNode.Select(n => (n.Key, (IReadOnlyList<(string, List<JsonElement>)>)n.Value));
    }

    private static byte[] Gathered(IEnumerable<(string Name, JsonElement Value)> members) => Gathered(members, (text, value) => CanonicalJson.Write(text, value));

    private static byte[] Gathered(IEnumerable<(string List, List<JsonElement> Rows)> lists) => Gathered(lists, (text, rows) =>
    {
        text.Append('[');
        for (var i = 0; i < rows.Count; i++)
        {
            CanonicalJson.Write(i > 0 ? text.Append(',') : text, rows[i]);
        }

        text.Append(']');
    });

    private static byte[] Gathered<T>(IEnumerable<(string Name, T Value)> members, Action<StringBuilder, T> write)
    {
        var text = new StringBuilder("{");
        foreach (var (name, value) in members)
        {
            CanonicalJson.WriteText(text.Length > 1 ? text.Append(',') : text, name);
            write(text.Append(':'), value);
        }

        return Encoding.UTF8.GetBytes(text.Append('}').ToString());
    }

    private static (SignatureState State, string? Key) SignatureOf(JsonElement file, string? seal)
    {
        if (seal is null || !file.TryGetProperty(EditionJson.Signature, out var signature) || TextOf(signature, "public_key") is not { } publicKey
            || TextOf(signature, "value") is not { } value || TextOf(signature, "algorithm") != EditionSignature.Algorithm)
        {
            return (SignatureState.Absent, null);
        }

        var (key, signed) = (new byte[publicKey.Length], new byte[value.Length]);
        return Convert.TryFromBase64String(publicKey, key, out var keyLength) && Convert.TryFromBase64String(value, signed, out var length)
            ? EditionKeys.Verify(key.AsSpan(0, keyLength), seal, signed.AsSpan(0, length))
            : (SignatureState.Absent, null);
    }

    private static string? TextOf(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.String ? member.GetString() : null;

    private static int? NumberOf(JsonElement element, string name) =>
        element.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.Number && member.TryGetInt32(out var number) ? number : null;
}
