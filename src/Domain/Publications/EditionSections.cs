using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Organizations;
using Responsables.Domain.Submissions;

namespace Responsables.Domain.Publications;

/// <summary>A part of an edition that is hashed by itself, so that it can be left out of a file and its absence seen, or its alteration named.</summary>
/// <param name="Name"><c>edition</c>, <c>framework</c>, <c>perimeter</c>, <c>factors</c>, <c>texts</c>, <c>identities</c>, or <c>nodes/CODE</c>.</param>
/// <param name="Content">Its canonical JSON.</param>
public sealed record EditionSection(string Name, byte[] Content)
{
    /// <summary>What the names of the sections of nodes begin with.</summary>
    public const string NodePrefix = "nodes/";

    private string? hash;

    /// <summary>SHA-256 of the content, in lower case hexadecimal.</summary>
    public string Sha256 => hash ??= Convert.ToHexStringLower(SHA256.HashData(Content));

    /// <summary>The name of the section of a node.</summary>
    public static string NameOf(NodeKey node) => NodePrefix + node.Value;
}

/// <summary>An edition as sections, and back.</summary>
public static class EditionSections
{
    internal const string Head = "edition";
    internal const string Framework = "framework";
    internal const string Perimeter = "perimeter";
    internal const string Factors = "factors";
    internal const string Texts = "texts";
    internal const string Identities = "identities";

    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        IgnoreReadOnlyProperties = true,
        Converters =
        {
            new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower),
            new ExactNumber(),
            new TextValue<NodeKey>(t => new(t), v => v.Value),
            new TextValue<OrganizationCode>(t => new(t), v => v.Value),
            new TextValue<IndicatorCode>(t => new(t), v => v.Value),
            new TextValue<FrameworkCode>(t => new(t), v => v.Value),
            new TextValue<CellKey>(t => new(t), v => v.Value),
        },
    };

    /// <summary>The section by which an edition says what it is.</summary>
    public static EditionSection Of(EditionHead head) => Section(Head, head);

    /// <summary>The other sections that are not of a node; those are made one by one (<see cref="Of(EditionNode)"/>).</summary>
    public static IReadOnlyList<EditionSection> Of(
        EditionFramework framework, EditionPerimeter perimeter, IReadOnlyList<EditionFactor> factors, IReadOnlyList<EditionText> texts,
        IReadOnlyList<EditionIdentity> identities) =>
        [Section(Framework, framework), Section(Perimeter, perimeter), Section(Factors, factors), Section(Texts, texts), Section(Identities, identities)];

    /// <summary>The section of a node.</summary>
    public static EditionSection Of(EditionNode node) => Section(EditionSection.NameOf(node.Node), new NodeRows(node.Figures, node.History, node.Targets));

    /// <summary>An edition read back. Sections of nodes that are not there are left out.</summary>
    public static EditionContent Read(IEnumerable<EditionSection> sections)
    {
        var byName = sections.ToDictionary(s => s.Name);
        return new EditionContent(
            Read<EditionHead>(byName[Head]), Read<EditionFramework>(byName[Framework]), Read<EditionPerimeter>(byName[Perimeter]),
            Read<List<EditionFactor>>(byName[Factors]), Read<List<EditionText>>(byName[Texts]), Read<List<EditionIdentity>>(byName[Identities]),
            [.. byName.Values.Where(s => s.Name.StartsWith(EditionSection.NodePrefix, StringComparison.Ordinal)).OrderBy(s => s.Name, StringComparer.Ordinal).Select(ReadNode)]);
    }

    /// <summary>The section of a node read back.</summary>
    public static EditionNode ReadNode(EditionSection section)
    {
        var rows = Read<NodeRows>(section);
        return new EditionNode(new NodeKey(section.Name[EditionSection.NodePrefix.Length..]), rows.Figures, rows.History, rows.Targets);
    }

    /// <summary>What seals the whole: SHA-256 of the canonical JSON of the sections' hashes by name.</summary>
    public static string Seal(IEnumerable<KeyValuePair<string, string>> hashes) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Written(hashes))));

    /// <summary>The hashes by name, as they stand in a file.</summary>
    internal static string Written(IEnumerable<KeyValuePair<string, string>> hashes)
    {
        var text = new StringBuilder("{");
        foreach (var (name, hash) in hashes.OrderBy(h => h.Key, StringComparer.Ordinal))
        {
            CanonicalJson.WriteText(text.Length > 1 ? text.Append(',') : text, name);
            CanonicalJson.WriteText(text.Append(':'), hash);
        }

        return text.Append('}').ToString();
    }

    private static EditionSection Section<T>(string name, T value) => new(name, CanonicalJson.Bytes(JsonSerializer.SerializeToElement(value, Options)));

    private static T Read<T>(EditionSection section) => JsonSerializer.Deserialize<T>(section.Content, Options)!;

    private sealed record NodeRows(IReadOnlyList<EditionFigure> Figures, IReadOnlyList<EditionSeries> History, IReadOnlyList<EditionTarget> Targets);

    /// <summary>A decimal as text, as every listing writes it: a reader that makes binary numbers of JSON's loses nothing.</summary>
    private sealed class ExactNumber : JsonConverter<decimal>
    {
        public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            decimal.Parse(reader.GetString()!, NumberStyles.Float, CultureInfo.InvariantCulture);

        public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) => writer.WriteStringValue(NumberInput.Canonical(value));
    }

    /// <summary>A code as its text.</summary>
    private sealed class TextValue<T>(Func<string, T> read, Func<T, string> write) : JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => read(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(write(value));
    }
}
