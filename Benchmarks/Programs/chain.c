/* The least a program can do to know that a chain of events is whole: reads every event of a ledger with SQLite, hashes
   the same bytes with OpenSSL's SHA-256, and compares. Prints how many there are; 1 where one does not follow.
   chain LEDGER */
#include <openssl/evp.h>
#include <sqlite3.h>
#include <stdio.h>
#include <string.h>

int main(int count, char **arguments) {
    sqlite3 *db;
    sqlite3_stmt *events;
    if (count != 2) return 64;
    if (sqlite3_open_v2(arguments[1], &db, SQLITE_OPEN_READONLY, NULL) != SQLITE_OK) return 74;
    const char *sql = "SELECT body, hash FROM event ORDER BY sequence";
    if (sqlite3_prepare_v2(db, sql, -1, &events, NULL) != SQLITE_OK) return 74;
    const EVP_MD *sha = EVP_sha256();
    EVP_MD_CTX *context = EVP_MD_CTX_new();
    unsigned char hash[32] = {0};
    long number = 0;
    while (sqlite3_step(events) == SQLITE_ROW) {
        EVP_DigestInit_ex(context, sha, NULL);
        EVP_DigestUpdate(context, hash, sizeof hash);
        EVP_DigestUpdate(context, sqlite3_column_text(events, 0), (size_t)sqlite3_column_bytes(events, 0));
        EVP_DigestFinal_ex(context, hash, NULL);
        number++;
        if (memcmp(hash, sqlite3_column_blob(events, 1), sizeof hash) != 0) {
            printf("broken at %ld\n", number);
            return 1;
        }
    }
    printf("%ld events\n", number);
    sqlite3_finalize(events);
    sqlite3_close(db);
    return 0;
}
