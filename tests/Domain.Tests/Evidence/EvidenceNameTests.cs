using FsCheck;
using FsCheck.Fluent;
using Responsables.Domain.Evidence;
using Responsables.Domain.Shared;
using Xunit;

namespace Responsables.Domain.Tests.Evidence;

/// <summary>Names and addresses that people give, made safe.</summary>
public class EvidenceNameTests
{
    [Theory]
    [InlineData("../../etc/passwd.txt", "passwd.pdf")]
    [InlineData("C:\\temp\\bilan été 2025.pdf", "bilan été 2025.pdf")]
    [InlineData("fac\u202Efdp.exe", "facfdp.pdf")]
    [InlineData("a\"b\r\nSet-Cookie: x.pdf", "a-bSet-Cookie- x.pdf")]
    [InlineData(".pdf", "piece.pdf")]
    [InlineData("....pdf", "piece.pdf")]
    public void A_name_is_given_back_without_what_a_disk_or_a_header_would_take_for_something_else(string sent, string given) =>
        Assert.Equal(given, EvidenceName.ForDownload(EvidenceName.Kept(sent), "pdf"));

    [Fact]
    public void Whatever_the_name_it_ends_with_what_the_file_is_and_holds_no_path() => Prop.ForAll<string>(sent =>
    {
        var name = EvidenceName.ForDownload(EvidenceName.Kept(sent ?? ""), "csv");
        return name.EndsWith(".csv", StringComparison.Ordinal) && name.Length <= 104 && !name.StartsWith('.') && !name.Any(c => char.IsControl(c) || "/\\\"<>:;".Contains(c, StringComparison.Ordinal));
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("https://www.exemple.fr/a?b=1#c", null)]
    [InlineData("http://www.exemple.fr", "evidence.link-not-https")]
    [InlineData("javascript:alert(1)", "evidence.link-not-https")]
    [InlineData("https:///sans-site", "evidence.link-not-https")]
    [InlineData("https://avec espace.fr", "evidence.link-not-https")]
    [InlineData("//exemple.fr", "evidence.link-not-https")]
    [InlineData("https://moi:secret@exemple.fr/", "evidence.link-with-password")]
    [InlineData("https://@exemple.fr/", "evidence.link-with-password")]
    [InlineData("", "evidence.link-not-https")]
    public void An_address_is_https_and_tells_no_password(string link, string? refusal) =>
        Assert.Equal(refusal, EvidenceLink.Read(link, "lien") is Outcome<string>.Refused refused ? refused.Problems[0].Code : null);
}
