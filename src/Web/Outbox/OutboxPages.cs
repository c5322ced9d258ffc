using System.Globalization;
using Responsables.App.Outbox;
using Responsables.Domain.Accounts;
using Responsables.Web.Kit;
using Responsables.Web.Platform;

namespace Responsables.Web.Outbox;

/// <summary>The log of the messages, and what each person wants to be told.</summary>
internal static class OutboxPages
{
    public static void Add(IServiceCollection services) => services.AddNavigation("/messages", "outbox.nav", Permission.ReadMessages, 80);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/messages", ShowAsync).Needs(Permission.ReadMessages);
        routes.MapPost("/mon-compte/messages", ChooseAsync).Needs(Permission.ReadReference);
    }

    private static async Task<IResult> ShowAsync(
        HttpContext http, MessageLog log, MailSettings mail, string? genre, string? etat, string? personne, string? organisme, string? lot, int? page, CancellationToken cancel)
    {
        var request = new LogRequest(
            ChoiceOf<MessageKind>(genre), ChoiceOf<MessageState>(etat), personne?.Trim(), organisme?.Trim(), Guid.TryParse(lot, CultureInfo.InvariantCulture, out var batch) ? batch : null, page ?? 1);
        return await log.RunAsync(http.SignedIn(), request, cancel) is { } found
            ? Page.Of<MessagesPage>(new { Found = found, Request = request, IsSending = mail.IsSet })
            : Page.Missing();
    }

    private static async Task<IResult> ChooseAsync(Form form, HttpContext http, ChooseMessages choose, CancellationToken cancel)
    {
        var wanted = new MessagesWanted(form.Has("acts"), form.Has("comments"), form.Has("reminders"), form["pace"] == "daily", form["language"] == "en" ? "en" : "fr");
        return (await choose.RunAsync(http.SignedIn(), wanted, form.Key, cancel)).ToPage(
            _ => Page.GoTo("/mon-compte", "outbox.chosen"), _ => Page.Missing());
    }

    private static TChoice? ChoiceOf<TChoice>(string? text)
        where TChoice : struct, Enum => Enum.TryParse<TChoice>(text, out var value) && Enum.IsDefined(value) ? value : null;
}
