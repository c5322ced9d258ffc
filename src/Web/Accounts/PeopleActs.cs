using System.Text;
using Responsables.App.Accounts;
using Responsables.Domain.Shared;
using Responsables.Web.Platform;

namespace Responsables.Web.Accounts;

/// <summary>Inviting everyone of a file.</summary>
internal static class PeopleActs
{
    private const string Field = "fichier";

    public static IResult Show() => Page.Of<PeoplePage>();

    /// <summary>Checks first, and shows what would be done; then does it.</summary>
    public static async Task<IResult> InviteAsync(Form form, HttpContext http, InvitePeople people, LinkDelivery delivery, CancellationToken cancel)
    {
        if (await TextOfAsync(form, cancel) is not { } text)
        {
            return Refused("", [new Problem("accounts.csv-not-utf8", Field)]);
        }

        if (form["acte"] == "corriger")
        {
            return Page.Of<PeoplePage>(new { Text = text });
        }

        if (form["acte"] != "inviter")
        {
            return (await people.RehearseAsync(http.SignedIn(), text, cancel)).ToPage(
                _ => Page.Of<PeopleCheckedPage>(new { Text = text, PeopleCsv.Read(text).Rows }), problems => Refused(text, problems));
        }

        IReadOnlyList<LinkToken> tokens = [.. PeopleCsv.Read(text).Rows.Select(_ => LinkToken.New())];
        var outcome = await people.RunAsync(http.SignedIn(), text, tokens, form.Key, cancel);
        return outcome is Outcome<PeopleInvited>.Done done
            ? Page.Of<PeopleMadePage>(new { Links = done.Value.Links.Zip(tokens, (link, token) => delivery.Of(link, token)).ToList() })
            : outcome.ToPage(_ => Page.Missing(), problems => Refused(text, problems));
    }

    private static IResult Refused(string text, IReadOnlyList<Problem> problems) => Page.Refused<PeoplePage>(new { Text = text, Problems = problems });

    /// <summary>What was pasted, or the file; null when the file is not text in UTF-8.</summary>
    private static async Task<string?> TextOfAsync(Form form, CancellationToken cancel)
    {
        if (form.Fields.Files.GetFile(Field) is not { Length: > 0 } file)
        {
            return form.Exact("texte");
        }

        try
        {
            using var reader = new StreamReader(file.OpenReadStream(), new UTF8Encoding(false, throwOnInvalidBytes: true));
            return await reader.ReadToEndAsync(cancel);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
