using Responsables.App.Organizations;
using Responsables.Domain.Organizations;
using Responsables.Domain.Shared;
using Responsables.Web.Platform;

namespace Responsables.Web.Organizations;

/// <summary>What was typed for an act on the organisations, and the act that it makes.</summary>
public sealed record ReorganizationInput(IReadOnlyDictionary<string, string> Typed)
{
    /// <summary>The acts, as their addresses name them.</summary>
    public static readonly IReadOnlyList<string> Acts = ["creation", "fermeture", "fusion", "scission", "rattachement", "nom"];

    private static readonly string[] Names =
        ["date", "organisme", "organismes", "successeurs", "dans", "entre", "parent", "code", "nom", "nom-court", "nature", "reseau", "branche", "region", "departement"];

    public string this[string name] => Typed.GetValueOrDefault(name, "");

    internal static ReorganizationInput Of(Form form) => new(Names.Where(form.Has).ToDictionary(n => n, n => form[n]));

    /// <summary>The act, or what is missing to make one; <see cref="Problem.Place"/> is the field.</summary>
    public Outcome<Reorganization> Read(string act)
    {
        var problems = new List<Problem>();
        var day = IsoDay.Read(this["date"]) ?? DateOnly.MinValue;
        if (day == DateOnly.MinValue)
        {
            problems.Add(new Problem(ReorganizationProblems.Day, "date"));
        }

        OrganizationCode One(string name, string problem = ReorganizationProblems.Body)
        {
            if (this[name].Length == 0)
            {
                problems.Add(new Problem(problem, name));
            }

            return new OrganizationCode(this[name]);
        }

        IReadOnlyList<NamedBody> Some(string name, bool isRequired = true)
        {
            var found = this[name].Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Named).ToList();
            if (isRequired && found.Count == 0)
            {
                problems.Add(new Problem(ReorganizationProblems.Bodies, name));
            }

            return found;
        }

        Reorganization? made = act switch
        {
            "creation" => new Reorganization.Creation(day, Body(problems)),
            "fermeture" => new Reorganization.Closure(day, One("organisme"), [.. Some("successeurs", false).Select(b => b.Code)]),
            "fusion" => new Reorganization.Merger(day, [.. Some("organismes").Select(b => b.Code)], Some("dans") is [var into, ..] ? into : new NamedBody(new(""), null, null)),
            "scission" => new Reorganization.Split(day, One("organisme"), Some("entre")),
            "rattachement" => new Reorganization.Move(day, One("organisme"), One("parent", ReorganizationProblems.Parent)),
            "nom" => new Reorganization.Renaming(day, One("organisme"), this["nom"], Short(this["nom-court"], this["nom"])),
            _ => null,
        };
        return problems.Count > 0 ? Outcome.Refused<Reorganization>(problems) : made is null ? Outcome.Missing<Reorganization>() : Outcome.Done(made);
    }

    private OrganizationPeriod Body(List<Problem> problems)
    {
        if (!Enum.TryParse<OrganizationKind>(this["nature"], out var kind) || kind == OrganizationKind.Federation || !Enum.IsDefined(kind))
        {
            problems.Add(new Problem(ReorganizationProblems.Kind, "nature"));
        }

        if (this["parent"].Length == 0)
        {
            problems.Add(new Problem(ReorganizationProblems.Parent, "parent"));
        }

        return new OrganizationPeriod(
            new(this["code"]), this["nom"], Short(this["nom-court"], this["nom"]), kind, this["reseau"], this["branche"], new(this["parent"]),
            this["region"] is { Length: > 0 } region ? region : null, this["departement"] is { Length: > 0 } department ? department : null, null, null, []);
    }

    // A code, or a new body: « code ; name ; short name ».
    private static NamedBody Named(string line)
    {
        var parts = line.Split(';', StringSplitOptions.TrimEntries);
        return new NamedBody(new(parts[0]), parts.Length > 1 && parts[1].Length > 0 ? parts[1] : null, parts.Length > 2 && parts[2].Length > 0 ? parts[2] : null);
    }

    private static string Short(string text, string otherwise) => text.Length > 0 ? text : otherwise;
}
