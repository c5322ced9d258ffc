using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Responsables.App.Database;
using Responsables.App.Trail;
using Responsables.Domain.Accounts;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Shared;

namespace Responsables.App.Frameworks;

/// <summary>The texts wanted of a part of a framework.</summary>
/// <param name="Version">The version they were written upon: another one since makes the request stale.</param>
/// <param name="Texts">By their names; those left out stay as they are.</param>
public sealed record TextsWanted(FrameworkCode Code, int Version, TextSubject Subject, IReadOnlyDictionary<string, string> Texts);

/// <summary>A text that was changed, or would be.</summary>
public sealed record TextChange(FrameworkText Text, string? After);

/// <summary>The version that was made, or would be, and what it changes.</summary>
public sealed record TextsChanged(int Version, IReadOnlyList<TextChange> Changes);

/// <summary>
/// Changes explanatory texts, by making a new version of the framework. Campaigns already open keep theirs; those opened afterwards take the
/// new one. Official names, codes and formulas come with a file, never from here.
/// </summary>
public sealed class ChangeTexts(AppDb db, Writing writing, FrameworkCatalog catalog)
{
    /// <summary>Longest text, in characters.</summary>
    public const int MostLength = 5000;

    public Task<Outcome<TextsChanged>> RunAsync(Actor actor, TextsWanted wanted, Guid key, CancellationToken cancel) =>
        actor.May(Permission.ManageReference)
            ? writing.OnceAsync(key, now => ChangeAsync(actor, wanted, now, cancel), cancel)
            : Task.FromResult(Outcome.Missing<TextsChanged>());

    /// <summary>What it would change, or every reason for which it would be refused; nothing is kept.</summary>
    public Task<Outcome<TextsChanged>> PreviewAsync(Actor actor, TextsWanted wanted, CancellationToken cancel) =>
        actor.May(Permission.ManageReference)
            ? writing.RehearseAsync(now => ChangeAsync(actor, wanted, now, cancel), cancel)
            : Task.FromResult(Outcome.Missing<TextsChanged>());

    private async Task<Outcome<TextsChanged>> ChangeAsync(Actor actor, TextsWanted wanted, DateTimeOffset now, CancellationToken cancel)
    {
        if (await catalog.LatestAsync(db, wanted.Code, cancel) is not { Framework: var framework } || FrameworkTexts.Of(framework, wanted.Subject) is not { } texts)
        {
            return Outcome.Missing<TextsChanged>();
        }

        if (framework.Version != wanted.Version)
        {
            return new Outcome<TextsChanged>.Stale([new Problem("shared.changed-meanwhile", null)]);
        }

        var changes = Changes(texts, wanted.Texts);
        if (Problems(changes) is { Count: > 0 } problems)
        {
            return Outcome.Refused<TextsChanged>(problems);
        }

        var row = await db.FrameworkVersions.AsNoTracking().SingleAsync(f => f.Code == wanted.Code && f.Version == wanted.Version, cancel);
        var version = framework.Version + 1;
        if (TextEdits.Of(row.Yaml, version, changes) is not { } yaml || FrameworkReader.Read(yaml).Framework is null)
        {
            return Outcome.Refused<TextsChanged>(new Problem("frameworks.not-editable", null));
        }

        db.FrameworkVersions.Add(FrameworkVersion.Of(wanted.Code, version, yaml, now));
        await TrailWriter.AppendAsync(
            db, actor, now,
            [new TrailEntry("frameworks.texts", null, null,
                Told(wanted, framework.Version, changes, c => c.Text.Text), Told(wanted, version, changes, c => c.After))],
            cancel);
        return Outcome.Done(new TextsChanged(version, changes));
    }

    private static List<TextChange> Changes(IReadOnlyList<FrameworkText> texts, IReadOnlyDictionary<string, string> wanted) =>
    [
        .. from text in texts
           where wanted.ContainsKey(text.Name)
           let after = WrittenText.Clean(wanted[text.Name]) is { Length: > 0 } written ? written : null
           where after != text.Text
           select new TextChange(text, after),
    ];

    private static List<Problem> Problems(List<TextChange> changes)
    {
        var problems = changes
            .Select(c => WrittenText.Refusal(c.After ?? "", c.Text.Name, MostLength, c.Text.IsRequired ? "frameworks.text-required" : null))
            .OfType<Problem>().ToList();
        if (changes.Count == 0)
        {
            problems.Add(new Problem("frameworks.texts-unchanged", null));
        }

        return problems;
    }

    private static object Told(TextsWanted wanted, int version, List<TextChange> changes, Func<TextChange, string?> textOf) => new
    {
        Code = wanted.Code.Value,
        Version = version,
        Part = wanted.Subject switch
        {
            TextSubject.OfIndicator { Code: var code } => code.Value,
            TextSubject.OfSheet { Topic: var topic } => topic,
            _ => null,
        },
        Texts = changes.ConvertAll(c => new { c.Text.Name, Text = textOf(c) }),
    };
}

/// <summary>Rewrites the text of a framework: its version number and some explanatory texts.</summary>
internal static class TextEdits
{
    public static string? Of(string yaml, int version, IReadOnlyList<TextChange> changes)
    {
        var edits = new YamlEdits(yaml);
        edits.Put(version.ToString(CultureInfo.InvariantCulture), "framework", "version");
        foreach (var (text, after) in changes)
        {
            edits.Say(after, text.Before, text.Path);
        }

        return edits.Apply();
    }
}
