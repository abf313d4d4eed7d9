/* Makes a long chain of a short one: adds the events of a ledger again and again, each with its place in the chain, a key of
   its own and its hash, until there are NUMBER. Its other tables no longer follow from its events, so it serves for
   reading the chain alone.
   lengthen LEDGER NUMBER */
#include <openssl/evp.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static sqlite3 *db;

static void check(int code) {
    if (code == SQLITE_OK || code == SQLITE_ROW || code == SQLITE_DONE) return;
    fprintf(stderr, "lengthen: %s\n", sqlite3_errmsg(db));
    exit(74);
}

static sqlite3_stmt *prepare(const char *sql) {
    sqlite3_stmt *statement;
    check(sqlite3_prepare_v2(db, sql, -1, &statement, NULL));
    return statement;
}

/* The body with another sequence and, where it has one, a key that says so. */
static size_t renumber(const char *body, size_t size, long sequence, char *out) {
    const char *mark = strstr(body, "\"sequence\":");
    if (mark == NULL) exit(65);
    const char *digits = mark + strlen("\"sequence\":"), *rest = digits + strspn(digits, "0123456789");
    size_t length = (size_t)(digits - body);
    memcpy(out, body, length);
    length += (size_t)sprintf(out + length, "%ld", sequence);
    memcpy(out + length, rest, size - (size_t)(rest - body) + 1);
    length += size - (size_t)(rest - body);
    char *filing = strstr(out, "\"filing\":{"), *key = filing ? strstr(filing, "\"key\":\"") : NULL;
    if (key != NULL) {
        char digits[13];
        snprintf(digits, sizeof digits, "%012lx", sequence);
        memcpy(key + strlen("\"key\":\"") + 24, digits, 12);
        memcpy(key + strlen("\"key\":\""), "ffffffff", 8);
    }
    return length;
}

int main(int count, char **arguments) {
    if (count != 3) return 64;
    check(sqlite3_open_v2(arguments[1], &db, SQLITE_OPEN_READWRITE, NULL));
    check(sqlite3_exec(db, "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -200000; BEGIN", NULL, NULL, NULL));
    sqlite3_stmt *last = prepare("SELECT sequence, hash FROM event ORDER BY sequence DESC LIMIT 1");
    check(sqlite3_step(last));
    long original = sqlite3_column_int64(last, 0), number = atol(arguments[2]);
    unsigned char hash[32];
    memcpy(hash, sqlite3_column_blob(last, 1), sizeof hash);
    sqlite3_reset(last);
    sqlite3_stmt *read = prepare("SELECT body FROM event WHERE sequence = ?");
    sqlite3_stmt *insert = prepare("INSERT INTO event (sequence, body, hash) VALUES (?, ?, ?)");
    EVP_MD_CTX *context = EVP_MD_CTX_new();
    char *body = NULL;
    size_t capacity = 0;
    for (long sequence = original + 1, from = 1; sequence <= number; sequence++) {
        sqlite3_bind_int64(read, 1, from);
        check(sqlite3_step(read));
        size_t size = (size_t)sqlite3_column_bytes(read, 0);
        if (capacity < size + 64 && (body = realloc(body, capacity = size + 64)) == NULL) return 71;
        size = renumber((const char *)sqlite3_column_text(read, 0), size, sequence, body);
        check(sqlite3_reset(read));
        EVP_DigestInit_ex(context, EVP_sha256(), NULL);
        EVP_DigestUpdate(context, hash, sizeof hash);
        EVP_DigestUpdate(context, body, size);
        EVP_DigestFinal_ex(context, hash, NULL);
        sqlite3_bind_int64(insert, 1, sequence);
        sqlite3_bind_text(insert, 2, body, (int)size, SQLITE_STATIC);
        sqlite3_bind_blob(insert, 3, hash, sizeof hash, SQLITE_STATIC);
        check(sqlite3_step(insert));
        check(sqlite3_reset(insert));
        /* Opening and configuring happen once; what people filed is what is repeated. */
        from = from == original ? original / 2 : from + 1;
    }
    check(sqlite3_exec(db, "COMMIT", NULL, NULL, NULL));
    sqlite3_close_v2(db);
    return 0;
}
