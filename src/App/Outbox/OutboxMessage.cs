using Responsables.Domain.Organizations;

namespace Responsables.App.Outbox;

/// <summary>What a message is about: by kind, a person says what they want to be told.</summary>
public enum MessageKind
{
    /// <summary>A link, or a change of one's own account: always sent, at once, by itself.</summary>
    Security,

    /// <summary>What somebody did on a dossier: signed, handed back, returned, validated, accepted, assigned.</summary>
    Act,

    /// <summary>A comment or a question.</summary>
    Comment,

    /// <summary>A reminder.</summary>
    Reminder,
}

/// <summary>What became of a message.</summary>
public enum MessageState
{
    Waiting,
    Sent,

    /// <summary>Refused for good by the mail server, or too often put off.</summary>
    Failed,

    /// <summary>Its person may no longer sign in: it was not sent.</summary>
    Dropped,
}

/// <summary>
/// A message that has to leave: written in the transaction of the act that it tells, sent afterwards, at least once. It holds what it says as a
/// key and arguments, never its text; no figure, and no secret but that of its link, enciphered and wiped when it has left (decision 029).
/// </summary>
public sealed class OutboxMessage
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required MessageKind Kind { get; init; }

    /// <summary>What it says: the beginning of the keys of its texts.</summary>
    public required string Code { get; init; }

    /// <summary>What its text quotes, as JSON.</summary>
    public required string Payload { get; init; }

    /// <summary>The page that it leads to, from the root of the site; null when its lines have their own.</summary>
    public string? Path { get; init; }

    /// <summary>The secret that ends the address of its link, enciphered; null without one, and once it has left.</summary>
    public string? Secret { get; set; }

    /// <summary>Whom it is for; null when the address has no account yet.</summary>
    public Guid? AccountId { get; init; }

    /// <summary>The address when it was written; that of the account is used when it leaves.</summary>
    public required string Email { get; init; }

    /// <summary>The bodies that it is about; none when it is about an account.</summary>
    public List<OutboxBody> Bodies { get; init; } = [];

    /// <summary>Who did the act, or sent it by hand.</summary>
    public required string By { get; init; }

    public Guid? ById { get; init; }

    /// <summary>The sending by hand that it came with.</summary>
    public Guid? BatchId { get; init; }

    /// <summary>What makes it the only one: a reminder is never written twice.</summary>
    public string? UniqueKey { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Not to be sent before.</summary>
    public required DateTimeOffset DueAt { get; set; }

    public MessageState State { get; set; }

    public DateTimeOffset? SentAt { get; set; }

    /// <summary>The message that it leaves with, itself or another of the same person: fixed at the first attempt, it makes the Message-ID.</summary>
    public Guid? Envelope { get; set; }

    public int Attempts { get; set; }

    /// <summary>Who is sending it, and until when nobody else may.</summary>
    public Guid? Lease { get; set; }

    public DateTimeOffset? LeaseUntil { get; set; }

    /// <summary>Why it has not left yet, or will not: the words of the mail server.</summary>
    public string? Error { get; set; }
}

/// <summary>A body that a message is about.</summary>
public sealed class OutboxBody
{
    public Guid MessageId { get; init; }

    public required OrganizationCode Organization { get; init; }
}

/// <summary>What a person wants to be told, and how. Without a row: everything, at once, in French.</summary>
public sealed class MessageChoice
{
    public required Guid AccountId { get; init; }

    public bool Acts { get; set; } = true;

    public bool Comments { get; set; } = true;

    public bool Reminders { get; set; } = true;

    /// <summary>Gathered in one message a day, in the morning.</summary>
    public bool IsDaily { get; set; }

    /// <summary>Two letters, such as <c>fr</c>.</summary>
    public string Language { get; set; } = "fr";

    public bool Wants(MessageKind kind) => kind switch
    {
        MessageKind.Act => Acts,
        MessageKind.Comment => Comments,
        MessageKind.Reminder => Reminders,
        _ => true,
    };
}
