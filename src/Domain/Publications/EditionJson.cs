using System.Text;
using System.Text.Json;

namespace Responsables.Domain.Publications;

/// <summary>Who vouches for an edition.</summary>
/// <param name="Key">SHA-256 of the public key (SubjectPublicKeyInfo), in lower case hexadecimal.</param>
/// <param name="PublicKey">The public key itself, in base 64.</param>
/// <param name="Value">ECDSA over P-256 with SHA-256 of the text of the seal (its 64 characters), in DER, in base 64.</param>
public sealed record EditionSignature(string Key, string PublicKey, string Value)
{
    /// <summary>The only algorithm that is used.</summary>
    public const string Algorithm = "ECDSA-P256-SHA256";
}

/// <summary>The file of an edition: its sections opened out (docs/editions.md), the hash of each, the seal of all, the signature.</summary>
public static class EditionJson
{
    internal const string Sections = "sections";
    /// <summary>The member that holds the seal.</summary>
    public const string Seal = "sha256";

    /// <summary>The member that holds the signature.</summary>
    public const string Signature = "signature";

    /// <summary>The three lists that hold what is said of nodes.</summary>
    internal static readonly IReadOnlyList<string> NodeLists = ["figures", "history", "targets"];

    internal static readonly IReadOnlyList<string> Named =
        [EditionSections.Framework, EditionSections.Perimeter, EditionSections.Factors, EditionSections.Texts, EditionSections.Identities];

    /// <summary>The file, in canonical form.</summary>
    /// <param name="sections">Those to be shown; others may be left out.</param>
    /// <param name="hashes">The hash of every section, left out or not.</param>
    public static byte[] Write(IReadOnlyList<EditionSection> sections, IReadOnlyDictionary<string, string> hashes, EditionSignature signature)
    {
        var parts = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            [Sections] = EditionSections.Written(hashes),
            [Seal] = Quoted(EditionSections.Seal(hashes)),
            [Signature] = Written(signature),
        };
        var lists = NodeLists.ToDictionary(l => l, _ => new StringBuilder());
        foreach (var section in sections.OrderBy(s => s.Name, StringComparer.Ordinal))
        {
            if (section.Name.StartsWith(EditionSection.NodePrefix, StringComparison.Ordinal))
            {
                Spread(section, lists);
            }
            else if (section.Name == EditionSections.Head)
            {
                using var head = JsonDocument.Parse(section.Content);
                foreach (var member in head.RootElement.EnumerateObject())
                {
                    parts[member.Name] = Encoding.UTF8.GetString(CanonicalJson.Bytes(member.Value));
                }
            }
            else
            {
                parts[section.Name] = Encoding.UTF8.GetString(section.Content);
            }
        }

        foreach (var (name, list) in lists)
        {
            parts[name] = $"[{list}]";
        }

        return Encoding.UTF8.GetBytes("{" + string.Join(',', parts.Select(p => $"{Quoted(p.Key)}:{p.Value}")) + "}");
    }

    private static void Spread(EditionSection section, Dictionary<string, StringBuilder> lists)
    {
        using var rows = JsonDocument.Parse(section.Content);
        foreach (var (name, list) in lists)
        {
            foreach (var row in rows.RootElement.GetProperty(name).EnumerateArray())
            {
                CanonicalJson.Write(list.Length > 0 ? list.Append(',') : list, row);
            }
        }
    }

    private static string Written(EditionSignature signature) =>
        $"{{\"algorithm\":{Quoted(EditionSignature.Algorithm)},\"key\":{Quoted(signature.Key)},\"public_key\":{Quoted(signature.PublicKey)},\"value\":{Quoted(signature.Value)}}}";

    private static string Quoted(string value)
    {
        var text = new StringBuilder();
        CanonicalJson.WriteText(text, value);
        return text.ToString();
    }
}
