using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Organizations;

namespace Responsables.App.Tests.Trust;

/// <summary>
/// A form open in a browser that saves one value after another, 1, 2, 3…, each in its own request. A request whose outcome did not come
/// back is sent again, with the same key and content, when the site answers again.
/// </summary>
internal sealed partial class Autosaver(HttpClient browser, string token, OrganizationCode body, Guid submission, VariableCode variable)
{
    private string shown = "";
    private Guid? unknown;

    public OrganizationCode Body => body;

    public Guid Submission => submission;

    public VariableCode Variable => variable;

    /// <summary>The last value that the site said it saved, and the last one sent.</summary>
    public int Acknowledged { get; private set; }

    public int Sent { get; private set; }

    /// <summary>Whatever was neither saved nor cut.</summary>
    public string? Refusal { get; private set; }

    /// <summary>Saves until the site goes away.</summary>
    public async Task SaveAsync()
    {
        try
        {
            while (Refusal is null)
            {
                await SaveOneAsync();
            }
        }
        catch (Exception cut) when (cut is HttpRequestException or IOException or OperationCanceledException)
        {
            // The outcome of the last request is unknown: its key is kept.
        }
    }

    /// <summary>Signs in; gives the browser and the token of its forms.</summary>
    public static async Task<(HttpClient Browser, string Token)> SignInAsync(Uri site, string email, string password, Guid submission)
    {
        var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new() }) { BaseAddress = site };
        var answer = await browser.PostAsync("/connexion", Fields(
            ("__RequestVerificationToken", Token(await browser.GetStringAsync("/connexion"))), ("_key", $"{Guid.NewGuid()}"), ("email", email), ("password", password)));
        if (answer.StatusCode != HttpStatusCode.SeeOther)
        {
            throw new InvalidOperationException($"{email}: {answer.StatusCode}");
        }

        return (browser, Token(await browser.GetStringAsync($"/dossiers/{submission}/engagements/E1")));
    }

    private async Task SaveOneAsync()
    {
        if (unknown is null)
        {
            unknown = Guid.NewGuid();
            Sent++;
        }

        var name = variable.Value;
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/dossiers/{submission}/saisie")
        {
            Content = Fields(
                ("__RequestVerificationToken", token), ("_key", $"{unknown}"), ($"{name}.base", shown), (name, Sent.ToString(CultureInfo.InvariantCulture))),
        };
        request.Headers.Add("Accept", "application/json");
        using var answer = await browser.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        if (answer.StatusCode != HttpStatusCode.OK)
        {
            Refusal = $"{answer.StatusCode} {text[..Math.Min(300, text.Length)]}";
            return;
        }

        var saved = JsonSerializer.Deserialize<JsonElement>(text);
        shown = saved.GetProperty("rows").GetProperty(name).GetProperty("version").GetString()!;
        Acknowledged = Sent;
        unknown = null;
    }

    private static FormUrlEncodedContent Fields(params (string Name, string Value)[] fields) =>
        new(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));

    private static string Token(string page) => TokenField().Match(page).Groups[1].Value;

    [GeneratedRegex("""name="__RequestVerificationToken" value="([^"]+)""")]
    private static partial Regex TokenField();
}
