using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Responsables.Domain.Accounts;

namespace Responsables.Web.Tests.Accounts;

public sealed partial class PeopleTests : IAsyncLifetime
{
    private const string Path = "/comptes/inviter/plusieurs";

    private readonly MailServer mail = new();
    private Site site = null!;

    public async ValueTask InitializeAsync() => site = await Site.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await site.DisposeAsync();
        mail.Dispose();
    }

    [Fact]
    public async Task A_pasted_list_is_checked_then_invited_and_its_links_are_shown_once()
    {
        var admin = await site.SignInAs(Role.Federation);
        var page = await admin.Get(Path);
        var wrong = await admin.Submit(page, "main form", ("texte", "email;role;organisme\nx;audit;\nb@example.fr;chef;"));
        Assert.Equal(2, wrong.Expect(422).Faults.Count);
        Assert.Contains("ligne 3", wrong.Faults[1], StringComparison.Ordinal);

        var ready = await admin.Submit(page, "main form", ("texte", "email;role;organisme\na@example.fr;audit;\nb@example.fr;contribution;alpha-75"));
        Assert.Equal(2, ready.Expect(200).Page.QuerySelectorAll("tbody tr").Length);
        Assert.Equal(0, await site.WithDbAsync(db => db.Invitations.CountAsync()));

        var form = ready.Page.QuerySelectorAll("main form input").Select(i => (i.GetAttribute("name")!, i.GetAttribute("value")!)).Append(("acte", "inviter")).ToArray();
        var made = await admin.Post(Path, form);
        var links = made.Expect(200).Page.QuerySelectorAll("[data-link]").Select(l => new Uri(l.TextContent).AbsolutePath).ToList();
        Assert.Equal(2, links.Count);
        (await site.Anonymous().Get(links[1])).Expect(200);
        Assert.Empty((await admin.Post(Path, form)).Expect(200).Page.QuerySelectorAll("[data-link]"));
        Assert.Equal(2, await site.WithDbAsync(db => db.Invitations.CountAsync()));
    }

    [Fact]
    public async Task A_file_is_read_and_one_that_is_not_text_is_refused()
    {
        var admin = await site.SignInAs(Role.Federation);
        var page = await admin.Get(Path);
        Assert.Equal(1, (await SendAsync(admin, page, Encoding.UTF8.GetBytes("\uFEFFemail,role,organisme\r\na@example.fr,comité,\r\n"))).Expect(200).Page.QuerySelectorAll("tbody tr").Length);
        Assert.Single((await SendAsync(admin, page, [0xFF, 0xFE, 0xE9])).Expect(422).Faults);
    }

    [Fact]
    public async Task An_address_is_changed_by_mail_and_the_old_one_is_told()
    {
        await using var sending = await Site.StartAsync(
            false, "--RESPONSABLES_URL=http://rso.example.fr", "--RESPONSABLES_SMTP_HOST=127.0.0.1",
            string.Create(CultureInfo.InvariantCulture, $"--RESPONSABLES_SMTP_PORT={mail.Port}"), "--RESPONSABLES_SMTP_TLS=off");
        var person = await sending.SignInAs(Role.Committee);
        var page = await person.Get("/mon-compte");
        Assert.Single((await person.Submit(page, "form[action$='/adresse']", ("email", "neuve@example.fr"), ("email-password", "faux"))).Expect(422).Faults);
        (await person.Submit(page, "form[action$='/adresse']", ("email", "neuve@example.fr"), ("email-password", Site.Password))).Expect(303);
        // Two messages of one act: which of them leaves first is not said.
        string[] both = [await mail.NextAsync(), await mail.NextAsync()];
        var asked = Assert.Single(both, m => m.Contains("To: neuve@example.fr", StringComparison.OrdinalIgnoreCase));
        Assert.Single(both, m => m.Contains("To: committee.tout@example.fr", StringComparison.OrdinalIgnoreCase));
        var link = Address().Match(asked.Replace("=\r\n", "", StringComparison.Ordinal)).Value;

        var elsewhere = sending.Anonymous();
        (await elsewhere.Submit((await elsewhere.Get(link)).Expect(200), "main form")).Expect(303);
        Assert.Contains("To: committee.tout@example.fr", await mail.NextAsync(), StringComparison.OrdinalIgnoreCase);
        (await person.Get("/mon-compte")).Expect(302);
        (await elsewhere.Get(link)).Expect(404);
        await sending.SignInWith("neuve@example.fr");
    }

    [Fact]
    public async Task Without_a_mail_server_an_administrator_hands_the_link_over()
    {
        var id = await site.OpenAccount("vieille@example.fr", new Grant(Role.Committee, null));
        var admin = await site.SignInAs(Role.Federation);
        var made = await admin.Submit(await admin.Get($"/comptes/{id}"), "form[action$='/adresse']", ("email", "neuve@example.fr"));
        var visitor = site.Anonymous();
        (await visitor.Submit(await visitor.Get(new Uri(made.Expect(200).Text("[data-link]")).AbsolutePath), "main form")).Expect(303);
        await site.SignInWith("neuve@example.fr");
    }

    private static Task<Screen> SendAsync(Visitor visitor, Screen page, byte[] file)
    {
        var content = new MultipartFormDataContent();
        foreach (var input in page.Page.QuerySelectorAll("main form input[type=hidden]"))
        {
            content.Add(new StringContent(input.GetAttribute("value")!), input.GetAttribute("name")!);
        }

        content.Add(new ByteArrayContent(file), "fichier", "liste.csv");
        return visitor.Send(new HttpRequestMessage(HttpMethod.Post, Path) { Content = content });
    }

    [GeneratedRegex(@"/adresse/[\w-]+")]
    private static partial Regex Address();
}
