using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Responsables.Domain.Consolidation;
using Responsables.Domain.Publications;
using Responsables.Domain.Shared;
using Xunit;

namespace Responsables.Domain.Tests.Publications;

/// <summary>What is frozen comes back as it was, in one form only.</summary>
public class EditionSectionsTests
{
    [Fact]
    public void An_edition_is_read_back_as_it_was()
    {
        var content = EditionSections.Read(Editions.Sections);
        Assert.Equal(Editions.Head, content.Head);
        Assert.Equal("Ce que c’est.", content.Framework.Indicators.Single().Definition);
        Assert.Equal([4, 8], content.Framework.Commitments[0].Topics[0].Sdgs);
        Assert.Equal(Editions.Perimeter.Bodies[0].Above, content.Perimeter.Bodies[0].Above);
        Assert.Equal(["alpha-75", "fed"], content.Nodes.Select(n => n.Node.Value));
        Assert.Equal(Editions.Nodes[0].Figures, content.Nodes[1].Figures);
        Assert.Equal(Editions.Nodes[0].Targets, content.Nodes[1].Targets);
        Assert.Equal("Autre calcul", content.Nodes[1].History[0].Points[1].Breaks[0].Reason);
        Assert.Equal(Editions.Sections.Select(s => s.Sha256), EditionSections.Read(Editions.Sections) is var again
            ? [EditionSections.Of(again.Head).Sha256, .. EditionSections.Of(again.Framework, again.Perimeter, again.Factors, again.Texts, again.Identities).Select(s => s.Sha256), .. again.Nodes.Reverse().Select(n => EditionSections.Of(n).Sha256)]
            : []);
    }

    [Fact]
    public void Its_form_is_that_of_RFC_8785()
    {
        // Members sorted by UTF-16 unit (the example of RFC 8785), nothing escaped that need not be, no space.
        using var given = JsonDocument.Parse("""{ "\u20ac": "Euro Sign", "\r": "Carriage Return", "1": "One", "\ud83d\ude00": "Smiley", "\u0080": "Control", "\u00f6": [ 56.0, 1E2, true, null, "\u000f\u000aA'\u0042\u0022\u005c\\\"\/" ] }""");
        Assert.Equal(
            "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\",\"ö\":[56,100,true,null,\"\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"],\"€\":\"Euro Sign\",\"😀\":\"Smiley\"}",
            Encoding.UTF8.GetString(CanonicalJson.Bytes(given.RootElement)));
    }

    [Fact]
    public void A_decimal_is_a_text_and_stays_exact()
    {
        var text = Encoding.UTF8.GetString(EditionSections.Of(Editions.Nodes[0]).Content);
        Assert.Contains("\"value\":\"0.0000000001\"", text, StringComparison.Ordinal);
        Assert.Contains("\"value\":\"41.5\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_seal_can_be_made_with_common_tools()
    {
        // As docs/editions.md says: SHA-256 of the hashes by name, sorted, without spaces; the signature is of its 64 characters.
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var file = JsonDocument.Parse(Editions.Written(key, Editions.Sections));
        var hashes = string.Join(',', file.RootElement.GetProperty("sections").EnumerateObject().OrderBy(s => s.Name, StringComparer.Ordinal).Select(s => $"\"{s.Name}\":\"{s.Value.GetString()}\""));
        var seal = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{{{hashes}}}")));
        Assert.Equal(file.RootElement.GetProperty("sha256").GetString(), seal);
        Assert.True(key.VerifyData(
            Encoding.ASCII.GetBytes(seal), Convert.FromBase64String(file.RootElement.GetProperty("signature").GetProperty("value").GetString()!), HashAlgorithmName.SHA256,
            DSASignatureFormat.Rfc3279DerSequence));
    }

    [Fact]
    public void What_changed_between_two_editions_is_told_and_what_is_hidden_in_one_is_not()
    {
        var (fed, alpha) = (Editions.Fed, Editions.Alpha);
        EditionFigure[] before = [Editions.Figure(fed, "", 41.5m, 83, 200), Editions.Figure(fed, "sexe=femmes", 10, 7, 70), Editions.Figure(fed, "gone", 1, 1, 1), Editions.Secret(alpha, ""), Editions.Figure(alpha, "a", 5, 5, null)];
        EditionFigure[] after = [Editions.Figure(fed, "", 42, 84, 200), Editions.Figure(fed, "sexe=femmes", 10, 7, 70), Editions.Figure(alpha, "", 7, 7, null), Editions.Secret(alpha, "a"), Editions.Figure(fed, "new", 2, 2, null)];
        Assert.Equal(
            [
                new Restatement(fed, Editions.Share, "", 41.5m, NoValue.None, 42, NoValue.None), new Restatement(fed, Editions.Share, "new", null, NoValue.NotAsked, 2, NoValue.None),
                new Restatement(fed, Editions.Share, "gone", 1, NoValue.None, null, NoValue.NotAsked),
            ],
            Restatement.Between(before, after));
        Assert.Equal(0.5m, Restatement.Between(before, after).First().Change);
    }

    [Fact]
    public void An_edition_is_approved_then_published_and_never_otherwise()
    {
        var (now, later) = (new DateTimeOffset(2026, 6, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2026, 7, 1, 0, 0, 0, TimeSpan.Zero));
        Assert.Equal(EditionState.Prepared, EditionStanding.Of(null, null, false, now));
        Assert.Equal(EditionState.Approved, EditionStanding.Of(EditionActKind.Approved, null, false, now));
        Assert.Equal(EditionState.Refused, EditionStanding.Of(EditionActKind.Refused, null, false, now));
        Assert.Equal(EditionState.Embargoed, EditionStanding.Of(EditionActKind.Published, later, true, now));
        Assert.Equal(EditionState.Public, EditionStanding.Of(EditionActKind.Published, later, false, later));
        Assert.Equal(EditionState.Corrected, EditionStanding.Of(EditionActKind.Published, later, true, later));
        Assert.Equal([EditionState.Prepared], Enum.GetValues<EditionState>().Where(s => EditionStanding.Deciding(s).Count == 0));
        Assert.Equal([EditionState.Approved], Enum.GetValues<EditionState>().Where(s => EditionStanding.Publishing(s, false).Count == 0));
        Assert.Equal(["publications.overtaken"], EditionStanding.Publishing(EditionState.Approved, true).Select((Problem p) => p.Code));
    }
}
