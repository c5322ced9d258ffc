using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Responsables.Domain.Accounts;

namespace Responsables.Web.Tests.Platform;

public sealed partial class SettingsTests
{
    [Fact]
    public async Task Settings_are_read_with_where_they_come_from_and_no_secret_is_shown()
    {
        await using var site = await Site.StartAsync(
            false, "--RESPONSABLES_URL=http://rso.example.fr", "--RESPONSABLES_SMTP_HOST=smtp.example.fr", "--RESPONSABLES_SMTP_USER=secret-user",
            "--RESPONSABLES_SMTP_PASSWORD=secret-password", "--RESPONSABLES_CONTACT=rso@example.fr");
        var page = (await (await site.SignInAs(Role.Federation)).Get("/reglages")).Expect(200);
        string Row(string name) => page.Page.QuerySelectorAll("tbody tr").Single(r => r.QuerySelector("th")!.TextContent == name).TextContent;
        Assert.Contains("rso@example.fr", Row("RESPONSABLES_CONTACT"), StringComparison.Ordinal);
        Assert.Contains("ligne de commande", Row("RESPONSABLES_CONTACT"), StringComparison.Ordinal);
        Assert.Contains("non montré", Row("RESPONSABLES_SMTP_PASSWORD"), StringComparison.Ordinal);
        Assert.Contains("587", Row("RESPONSABLES_SMTP_PORT"), StringComparison.Ordinal);
        Assert.Contains("non renseigné", Row("RESPONSABLES_DATA_OFFICER"), StringComparison.Ordinal);
        Assert.DoesNotContain("secret-", page.Page.DocumentElement.InnerHtml, StringComparison.Ordinal);
        (await (await site.SignInAs(Role.Auditor)).Get("/reglages")).Expect(403);
    }

    [Fact]
    public void Every_setting_that_the_site_reads_is_on_the_page()
    {
        var sources = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "../../../src/Web"));
        var shown = Quoted().Matches(File.ReadAllText(Path.Combine(sources, "Platform/InstanceSettings.cs"))).Select(m => m.Groups[1].Value).ToHashSet();
        var read = Asked().Matches(File.ReadAllText(Path.Combine(sources, "Platform/Instance.cs"))).Select(m => m.Groups[1].Value)
            .Concat(Asked().Matches(File.ReadAllText(Path.Combine(sources, "../App/Outbox/MailSettings.cs"))).Select(m => m.Groups[1].Value)).ToList();
        Assert.True(read.Count > 15);
        Assert.DoesNotContain(read, name => !shown.Contains(name));
    }

    private static string Here([CallerFilePath] string here = "") => here;

    [GeneratedRegex("\"([A-Z_]{3,})\"")]
    private static partial Regex Quoted();

    [GeneratedRegex("Read\\(\"([A-Z_]+)\"")]
    private static partial Regex Asked();
}
