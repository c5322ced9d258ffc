using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Responsables.Domain.Publications;
using Xunit;

namespace Responsables.Domain.Tests.Publications;

/// <summary>Whatever is changed in the file of an edition is seen, and named; what is only left out or laid out otherwise is not taken for an alteration.</summary>
public sealed class EditionCheckTests : IDisposable
{
    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public void Dispose() => key.Dispose();

    [Fact]
    public void A_file_as_it_was_written_is_intact()
    {
        var check = EditionCheck.Of(Editions.Written(key, Editions.Sections))!;
        Assert.True(check.IsIntact);
        Assert.Equal((3, 2024, EditionKeys.Fingerprint(key.ExportSubjectPublicKeyInfo())), (check.Edition, check.Year, check.Key));
        Assert.Equal(["edition", "factors", "framework", "identities", "nodes/alpha-75", "nodes/fed", "perimeter", "texts"], check.Sections.Select(s => s.Name));
    }

    [Fact]
    public void The_layout_of_a_file_says_nothing_of_it()
    {
        var file = JsonNode.Parse(Editions.Written(key, Editions.Sections))!.AsObject();
        var turned = new JsonObject(file.Reverse().Select(m => KeyValuePair.Create(m.Key, m.Value?.DeepClone())));
        Assert.True(EditionCheck.Of(Encoding.UTF8.Preamble.ToArray().Concat(Encoding.UTF8.GetBytes(turned.ToJsonString(new() { WriteIndented = true }))).ToArray())!.IsIntact);
    }

    [Theory]
    [InlineData("edition", "title", "\"Autre\"")]
    [InlineData("edition", "year", "2023")]
    [InlineData("edition", "reason", "null")]
    [InlineData("edition", "unheard_of", "1")]
    [InlineData("framework", "framework/title", "\"Autre\"")]
    [InlineData("perimeter", "perimeter/bodies/0/name", "\"Autre\"")]
    [InlineData("factors", "factors/0/value", "\"0.06\"")]
    [InlineData("texts", "texts/0/text", "\"Deux mots.\"")]
    [InlineData("nodes/fed", "figures/1/value", "\"42\"")]
    [InlineData("nodes/fed", "figures/1/answered", "4")]
    [InlineData("nodes/fed", "history/0/points/0/value", "\"39\"")]
    [InlineData("nodes/fed", "targets/0/goal", "\"45\"")]
    [InlineData("nodes/alpha-75", "figures/0/value", "\"3\"")]
    public void What_is_changed_is_named(string section, string path, string value)
    {
        var check = EditionCheck.Of(Changed(file => Set(file, path.Split('/'), JsonNode.Parse(value))))!;
        Assert.False(check.IsIntact);
        Assert.Equal([section], check.Sections.Where(s => s.State != SectionState.Intact).Select(s => s.Name));
        Assert.All(check.Sections.Where(s => s.Name == section), s => Assert.Equal(SectionState.Altered, s.State));
        Assert.Equal((true, SignatureState.Holds), (check.SealHolds, check.Signature));
    }

    [Fact]
    public void A_figure_taken_away_added_or_moved_is_seen()
    {
        Assert.Equal(["nodes/fed"], Wrong(Changed(f => f["figures"]!.AsArray().RemoveAt(1))));
        Assert.Equal(["nodes/fed"], Wrong(Changed(f => f["figures"]!.AsArray().Add(f["figures"]![1]!.DeepClone()))));
        Assert.Equal(["nodes/fed"], Wrong(Changed(f =>
        {
            var moved = f["figures"]![1]!;
            f["figures"]!.AsArray().RemoveAt(1);
            f["figures"]!.AsArray().Add(moved);
        })));
        var added = EditionCheck.Of(Changed(f =>
        {
            var other = f["figures"]![1]!.DeepClone();
            other["node"] = "beta";
            f["figures"]!.AsArray().Add(other);
        }))!;
        Assert.Equal([("nodes/beta", SectionState.Added)], added.Sections.Where(s => s.State != SectionState.Intact));
        Assert.False(added.IsIntact);
    }

    [Fact]
    public void What_is_said_of_a_node_may_be_left_out_and_nothing_else()
    {
        var check = EditionCheck.Of(Editions.Written(key, [.. Editions.Sections.Where(s => s.Name != "nodes/alpha-75")]))!;
        Assert.True(check.IsIntact);
        Assert.Equal(SectionState.LeftOut, check.Sections.Single(s => s.Name == "nodes/alpha-75").State);
        Assert.Equal(["texts"], Wrong(Changed(f => f.Remove("texts"))));
    }

    [Fact]
    public void A_hash_made_to_fit_an_altered_figure_breaks_the_seal()
    {
        var check = EditionCheck.Of(Refitted(reseal: false))!;
        Assert.Equal((false, SignatureState.Holds), (check.SealHolds, check.Signature));
        Assert.False(check.IsIntact);
    }

    [Fact]
    public void A_seal_made_to_fit_breaks_the_signature()
    {
        var check = EditionCheck.Of(Refitted(reseal: true))!;
        Assert.Equal((true, SignatureState.Broken), (check.SealHolds, check.Signature));
        Assert.False(check.IsIntact);
    }

    [Fact]
    public void A_file_signed_again_has_the_key_of_whoever_did_it()
    {
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var check = EditionCheck.Of(Editions.Written(other, Editions.Sections))!;
        Assert.True(check.IsIntact);
        Assert.NotEqual(EditionKeys.Fingerprint(key.ExportSubjectPublicKeyInfo()), check.Key);
    }

    [Theory]
    [InlineData("signature/value", "\"AAAA\"", SignatureState.Broken)]
    [InlineData("signature/public_key", "\"AAAA\"", SignatureState.Absent)]
    [InlineData("signature/public_key", "\"not base 64\"", SignatureState.Absent)]
    [InlineData("signature/algorithm", "\"none\"", SignatureState.Absent)]
    [InlineData("signature", "null", SignatureState.Absent)]
    public void A_signature_that_is_none_is_told(string path, string value, SignatureState state) =>
        Assert.Equal(state, EditionCheck.Of(Changed(file => Set(file, path.Split('/'), JsonNode.Parse(value))))!.Signature);

    [Theory]
    [InlineData("")]
    [InlineData("PDF")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"sections\":[]}")]
    [InlineData("{\"sections\":{},\"sections\":{}}")]
    [InlineData("{\"sections\":{},\"year\":1e999}")]
    public void What_is_not_the_file_of_an_edition_is_refused(string file) => Assert.Null(EditionCheck.Of(Encoding.UTF8.GetBytes(file)));

    private static IEnumerable<string> Wrong(byte[] file)
    {
        var check = EditionCheck.Of(file)!;
        Assert.False(check.IsIntact);
        return check.Sections.Where(s => s.State != SectionState.Intact).Select(s => s.Name);
    }

    private byte[] Changed(Action<JsonObject> change)
    {
        var file = JsonNode.Parse(Editions.Written(key, Editions.Sections))!.AsObject();
        change(file);
        return Encoding.UTF8.GetBytes(file.ToJsonString());
    }

    private static void Set(JsonNode node, string[] path, JsonNode? value)
    {
        foreach (var step in path.SkipLast(1))
        {
            node = int.TryParse(step, out var index) ? node[index]! : node[step]!;
        }

        node[path[^1]] = value;
    }

    /// <summary>A file whose altered figure has the hash that fits it, and perhaps the seal that fits that.</summary>
    private byte[] Refitted(bool reseal)
    {
        var altered = Editions.Nodes[0] with { Figures = [Editions.Figure(Editions.Fed, "", 99, 198, 200), Editions.Nodes[0].Figures[1]] };
        return Changed(f =>
        {
            f["figures"]![1]!["value"] = "99";
            f["figures"]![1]!["numerator"] = "198";
            f["sections"]!["nodes/fed"] = EditionSections.Of(altered).Sha256;
            if (reseal)
            {
                f["sha256"] = EditionSections.Seal(f["sections"]!.AsObject().Select(s => KeyValuePair.Create(s.Key, (string)s.Value!)));
            }
        });
    }
}
