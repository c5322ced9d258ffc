using System.Globalization;
using Responsables.Domain.Accounts;
using Responsables.World;

namespace Responsables.Web.Tests.Submissions;

/// <summary>What is said about assigned questions leaves with the message that announces them, where the instance sends any.</summary>
public sealed class AssignmentMailTests : IAsyncLifetime
{
    private const string Give = "form[action$='/confier']";

    private readonly MailServer mail = new();
    private Site site = null!;

    public async ValueTask InitializeAsync() => site = await Site.StartAsync(
        false, "--RESPONSABLES_URL=http://rso.example.fr", "--RESPONSABLES_SMTP_HOST=127.0.0.1",
        string.Create(CultureInfo.InvariantCulture, $"--RESPONSABLES_SMTP_PORT={mail.Port}"), "--RESPONSABLES_SMTP_TLS=off");

    public async ValueTask DisposeAsync()
    {
        await site.DisposeAsync();
        mail.Dispose();
    }

    [Fact]
    public async Task What_was_written_is_quoted_to_whoever_is_invited_told_or_told_again()
    {
        var dossiers = await Dossiers.OpenAsync(site);
        var path = $"/dossiers/{await dossiers.IdAsync(SmallFederation.Alpha75)}/confier";
        var owner = await site.SignInAs(Role.Contributor);
        (await owner.Submit(await owner.Get(path), Give, ("email", "rh@example.fr"), ("message", "Comme l’an dernier\r\n{0} et 100 %."), ("question", "nb_sites"))).Expect(200);
        var invited = await mail.NextAsync();
        Assert.Contains("> Comme l’an dernier", invited, StringComparison.Ordinal);
        Assert.Contains("> {0} et 100 %.", invited, StringComparison.Ordinal);
        Assert.Contains("vous écrit", invited, StringComparison.Ordinal);
        Assert.Contains("/invitation/", invited, StringComparison.Ordinal);

        await site.OpenAccount("collegue@example.fr", new Grant(Role.Contributor, SmallFederation.Alpha75));
        (await owner.Submit(await owner.Get(path), Give, ("email", "collegue@example.fr"), ("question", "surface_m2"))).Expect(303);
        var told = await mail.NextAsync();
        Assert.DoesNotContain("vous écrit", told, StringComparison.Ordinal);
        Assert.Contains($"http://rso.example.fr{path[..^"/confier".Length]}", told, StringComparison.Ordinal);

        // Changed with something to say: told once; changed again without a new word: not told.
        var list = await owner.Get(path);
        var one = list.Page.QuerySelectorAll("ul.tasks h3 a").First(a => a.TextContent.Contains("collegue", StringComparison.Ordinal)).GetAttribute("href")!;
        var change = "main form:not([action$='/fin'])";
        (await owner.Submit(await owner.Get(one), change, ("message", "Avant lundi."))).Expect(303);
        Assert.Contains("> Avant lundi.", await mail.NextAsync(), StringComparison.Ordinal);
        (await owner.Submit(await owner.Get(one), change, ("due", "2099-12-31"))).Expect(303);
        Assert.Equal(3, mail.Received);
    }
}
